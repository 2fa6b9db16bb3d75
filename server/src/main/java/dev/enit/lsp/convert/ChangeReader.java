package dev.enit.lsp.convert;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the changes of one {@code didChange}, whose positions each refer to the text after
 * the previous changes. Editors send the changes of several cursors from the last to the first;
 * then the line index of the original text serves for all of them.
 */
final class ChangeReader {
  private final PositionEncoding encoding;
  private final List<TextChange> edits = new ArrayList<>();

  private final int length;

  private String text;
  private LineIndex lines;

  /** The number of edits that {@link #text} contains. */
  private int applied;

  /** The offset up to which the edits that are not yet applied leave the text unchanged. */
  private int intact;

  ChangeReader(PositionEncoding encoding, TermFile before) {
    this.encoding = encoding;
    this.length = before.text().length();
    this.text = before.text();
    this.lines = before.lines();
    this.intact = text.length();
  }

  List<TextChange> edits() {
    return List.copyOf(edits);
  }

  /**
   * Reads the next change.
   *
   * @throws ResponseErrorException if the change lacks a required member
   */
  void read(@Nullable TextDocumentContentChangeEvent given) {
    TextDocumentContentChangeEvent change = ParamsReader.required(given, "contentChanges[]");
    String written = ParamsReader.required(change.getText(), "contentChanges[].text");
    Range range = change.getRange();
    if (range == null) {
      edits.clear();
      applied = 0;
      replaceAll(written);
      return;
    }
    Position from = ParamsReader.required(range.getStart(), "contentChanges[].range.start");
    Position to = ParamsReader.required(range.getEnd(), "contentChanges[].range.end");
    if (applied < edits.size() && !isBefore(range)) {
      applyAll();
    }
    int start = encoding.offset(text, lines, from);
    int end = encoding.offset(text, lines, to);
    Span span = new Span(Math.min(start, end), Math.max(start, end));
    edits.add(new TextChange(span, written));
    intact = Math.min(intact, span.start());
  }

  /** Returns whether the range ends on a line before all edits. */
  private boolean isBefore(Range range) {
    int line = lines.line(intact);
    return range.getStart().getLine() < line && range.getEnd().getLine() < line;
  }

  private void applyAll() {
    StringBuilder changed = new StringBuilder(text);
    for (TextChange edit : edits.subList(applied, edits.size())) {
      changed.replace(edit.span().start(), edit.span().end(), edit.text());
    }
    text = changed.toString();
    lines = LineIndex.of(text);
    applied = edits.size();
    intact = text.length();
  }

  private void replaceAll(String whole) {
    edits.add(new TextChange(new Span(0, length), whole));
    text = whole;
    lines = LineIndex.of(whole);
    applied = 1;
    intact = whole.length();
  }
}
