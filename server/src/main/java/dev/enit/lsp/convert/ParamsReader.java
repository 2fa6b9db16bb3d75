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
 * The reader of parameters: converts from the types of the protocol to those of the core. A missing
 * required member is answered with {@code InvalidParams}.
 */
public record ParamsReader(PositionEncoding encoding) {

  /** Returns the path of a document; empty if its scheme is not supported. */
  public static Optional<Path> path(@Nullable TextDocumentIdentifier document) {
    return Uris.path(required(required(document, "textDocument").getUri(), "textDocument.uri"));
  }

  /** Returns a required member, or throws if it is missing. */
  public static <T> T required(@Nullable T member, String name) {
    if (member == null) {
      throw new ResponseErrorException(
          new ResponseError(
              ResponseErrorCode.InvalidParams, Messages.text("lsp.missing-member", name), null));
    }
    return member;
  }

  /** Returns the offset of a position, clamped to the text. */
  public int offset(TermFile file, @Nullable Position position) {
    return encoding.offset(file, required(position, "position"));
  }

  /** Returns the span of a range, clamped to the text; its ends may be in either order. */
  public Span span(TermFile file, @Nullable Range range) {
    Range given = required(range, "range");
    int start = encoding.offset(file, required(given.getStart(), "range.start"));
    int end = encoding.offset(file, required(given.getEnd(), "range.end"));
    return new Span(Math.min(start, end), Math.max(start, end));
  }

  /**
   * Returns the changes of one notification, each in offsets of the text after the previous
   * changes.
   */
  public List<TextChange> edits(TermFile before, List<TextDocumentContentChangeEvent> changes) {
    ChangeReader reader = new ChangeReader(encoding, before);
    changes.forEach(reader::read);
    return reader.edits();
  }
}
