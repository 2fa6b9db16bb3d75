package dev.enit.core.ide.format;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.format.TermFormatter;
import dev.enit.grammar.parse.SourceTokens;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A new layout as the changes that lead to it. A token is never replaced, only white space between
 * tokens, so that cursors, marks and breakpoints of an editor stay where they are. The one
 * exception is a comma or dot that changes places with a comment.
 */
public final class FormattingEdits {
  private final String before;
  private final String after;
  private final List<Span> old;
  private final List<Span> now;
  private final List<TextChange> edits = new ArrayList<>();
  private int oldEnd;
  private int nowEnd;

  private FormattingEdits(String before, String after) {
    this.before = before;
    this.after = after;
    old = tokens(before);
    now = tokens(after);
  }

  /**
   * The changes that lay a file out, ascending and apart, in offsets of its text; none where it is
   * laid out already or has mistakes.
   */
  public static List<TextChange> edits(TermFile file, FormatOptions options) {
    return TermFormatter.format(file, options)
        .map(formatted -> between(file.text(), formatted))
        .orElse(List.of());
  }

  /** The changes from a text to the same text in another layout. */
  static List<TextChange> between(String before, String after) {
    return before.equals(after) ? List.of() : new FormattingEdits(before, after).run();
  }

  /** Where tokens stand; white space at the end of a comment is none of it. */
  private static List<Span> tokens(String text) {
    List<Span> spans = new ArrayList<>();
    for (SourceTokens.Token token : SourceTokens.of(text)) {
      int end = token.span().end();
      while (token.kind() == SourceTokens.Kind.COMMENT && text.charAt(end - 1) <= ' ') {
        end--;
      }
      spans.add(new Span(token.span().start(), end));
    }
    return spans;
  }

  private List<TextChange> run() {
    int next = 0;
    while (next < old.size()) {
      CancellationToken.check();
      next = isSame(next) ? same(next) : swapped(next);
    }
    white(before.length(), after.length());
    return edits;
  }

  /** Both texts have as many tokens, since formatting takes and adds none. */
  private boolean isSame(int index) {
    Span was = old.get(index);
    Span is = now.get(index);
    return was.length() == is.length()
        && before.regionMatches(was.start(), after, is.start(), is.length());
  }

  private int same(int index) {
    white(old.get(index).start(), now.get(index).start());
    oldEnd = old.get(index).end();
    nowEnd = now.get(index).end();
    return index + 1;
  }

  /** Replaces tokens up to where both texts have had the same ones, in whatever order. */
  private int swapped(int from) {
    Map<String, Integer> surplus = new HashMap<>();
    int index = from;
    do {
      count(surplus, old.get(index).in(before), 1);
      count(surplus, now.get(index).in(after), -1);
      index++;
    } while (!surplus.isEmpty());
    Span was = new Span(oldEnd, old.get(index - 1).end());
    edits.add(new TextChange(was, after.substring(nowEnd, now.get(index - 1).end())));
    oldEnd = was.end();
    nowEnd = now.get(index - 1).end();
    return index;
  }

  private static void count(Map<String, Integer> surplus, String token, int number) {
    surplus.merge(token, number, (a, b) -> a + b == 0 ? null : a + b);
  }

  /** Replaces what differs in the white space behind the last token. */
  private void white(int oldStart, int nowStart) {
    int most = Math.min(oldStart - oldEnd, nowStart - nowEnd);
    int head = 0;
    while (head < most && before.charAt(oldEnd + head) == after.charAt(nowEnd + head)) {
      head++;
    }
    head -= isInsideLineEnd(oldEnd + head) ? 1 : 0;
    int tail = 0;
    while (tail < most - head
        && before.charAt(oldStart - tail - 1) == after.charAt(nowStart - tail - 1)) {
      tail++;
    }
    tail -= isInsideLineEnd(oldStart - tail) ? 1 : 0;
    Span was = new Span(oldEnd + head, oldStart - tail);
    String is = after.substring(nowEnd + head, nowStart - tail);
    if (!was.isEmpty() || !is.isEmpty()) {
      edits.add(new TextChange(was, is));
    }
  }

  /**
   * Returns whether an offset is between the two characters of one line end, a place no editor
   * knows.
   */
  private boolean isInsideLineEnd(int offset) {
    return offset > 0
        && offset < before.length()
        && before.charAt(offset - 1) == '\r'
        && before.charAt(offset) == '\n';
  }
}
