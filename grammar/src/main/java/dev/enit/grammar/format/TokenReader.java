package dev.enit.grammar.format;

import dev.enit.grammar.format.LayoutNode.Comment;
import dev.enit.grammar.parse.SourceTokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the tokens of a text. Comments are put aside until the caller takes them, so none
 * is lost and they keep their order.
 */
final class TokenReader {
  private final String text;
  private final List<SourceTokens.Token> tokens;
  private final List<Comment> pending = new ArrayList<>();
  private int next;
  private int lastEnd;
  private int column;
  private int lineEnds;
  private String lineEnd = "";

  TokenReader(String text) {
    this.text = text;
    tokens = SourceTokens.of(text);
    skipComments();
  }

  /** Returns the kind of the next token that is no comment; {@code null} at the end. */
  SourceTokens.@Nullable Kind kind() {
    return next < tokens.size() ? tokens.get(next).kind() : null;
  }

  /** Returns whether the next token is of a kind. */
  boolean is(SourceTokens.Kind kind) {
    return kind() == kind;
  }

  /** Returns whether there is a line end directly before the next token. */
  boolean onNewLine() {
    return lineEnds > 0;
  }

  /** Returns whether there is an empty line directly before the next token. */
  boolean blankBefore() {
    return lineEnds > 1;
  }

  /** Returns the offset of the next token. */
  int start() {
    return tokens.get(next).span().start();
  }

  /** Returns the next token's text; goes on to the token after it. */
  String take() {
    SourceTokens.Token token = tokens.get(next++);
    String taken = token.span().in(text);
    column = Extent.of(taken).end(column);
    lastEnd = token.span().end();
    skipComments();
    return taken;
  }

  private void skipComments() {
    while (true) {
      int start = next < tokens.size() ? start() : text.length();
      lineEnds = countLineEnds(lastEnd, start);
      column = TextWidth.behindWhite(text, lastEnd, start, column);
      if (!is(SourceTokens.Kind.COMMENT)) {
        return;
      }
      SourceTokens.Token token = tokens.get(next++);
      boolean ownLine = lineEnds > 0 || lastEnd == 0;
      String comment = withoutWhiteEnd(token.span().in(text));
      pending.add(new Comment(comment, ownLine, lineEnds > 1, column));
      lastEnd = token.span().end();
    }
  }

  private int countLineEnds(int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '\n') {
        count++;
        noteLineEnd(at);
      }
    }
    return count;
  }

  private void noteLineEnd(int at) {
    if (lineEnd.isEmpty()) {
      lineEnd = at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
    }
  }

  /** Returns the first line end that is not part of a literal and that the reader has passed. */
  String lineEnd() {
    return lineEnd.isEmpty() ? "\n" : lineEnd;
  }

  private static String withoutWhiteEnd(String comment) {
    int end = comment.length();
    while (comment.charAt(end - 1) <= ' ') {
      end--;
    }
    return comment.substring(0, end);
  }

  /** Returns the comment after the token taken last on its line, unless it has been taken. */
  @Nullable Comment trailing() {
    return !pending.isEmpty() && pending.getFirst().isTrailing() ? pending.removeFirst() : null;
  }

  /** Takes a trailing comment that begins with a single percent sign: one about its line. */
  @Nullable Comment heading() {
    return !pending.isEmpty() && !pending.getFirst().text().startsWith("%%") ? trailing() : null;
  }

  /** Returns all comments before the next token that have not been taken. */
  List<Comment> comments() {
    List<Comment> comments = List.copyOf(pending);
    pending.clear();
    return comments;
  }
}
