package dev.enit.lsp.convert;

import dev.enit.core.text.Messages;
import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The client's words in the core's. What a client leaves out though the protocol demands it is
 * answered with {@code InvalidParams}.
 */
public record ParamsReader(PositionEncoding encoding) {

  /** The path of a document; empty for one that is not served. */
  public static Optional<Path> path(@Nullable TextDocumentIdentifier document) {
    return Uris.path(required(required(document, "textDocument").getUri(), "textDocument.uri"));
  }

  /** A member that the protocol demands. */
  public static <T> T required(@Nullable T member, String name) {
    if (member == null) {
      throw new ResponseErrorException(
          new ResponseError(
              ResponseErrorCode.InvalidParams, Messages.text("lsp.missing-member", name), null));
    }
    return member;
  }

  /** The offset of a position, clamped to the text. */
  public int offset(TermFile file, @Nullable Position position) {
    return encoding.offset(file, required(position, "position"));
  }

  /** The span of a range, clamped to the text; its ends may come in either order. */
  public Span span(TermFile file, @Nullable Range range) {
    Range given = required(range, "range");
    int start = encoding.offset(file, required(given.getStart(), "range.start"));
    int end = encoding.offset(file, required(given.getEnd(), "range.end"));
    return new Span(Math.min(start, end), Math.max(start, end));
  }

  /** The changes of one notification, each in offsets of the text that those before it made. */
  public List<TextChange> edits(TermFile before, List<TextDocumentContentChangeEvent> changes) {
    ChangeReader reader = new ChangeReader(encoding, before);
    changes.forEach(reader::read);
    return reader.edits();
  }
}
