package dev.enit.core.ide.action;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.term.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two sets of changes, the second one made to the text that the first one leaves, as one set.
 *
 * <p>Both are looked at from the text between them: what either touches there are regions, and
 * outside of these all three texts are the same.
 */
final class EditChain {
  private final String text;
  private final String last;
  private final List<Touch> touches = new ArrayList<>();

  /**
   * What a change touches in the text between.
   *
   * @param before how much shorter the first text is there
   * @param after how much longer the last text is there
   */
  private record Touch(int start, int end, int before, int after) {
    Touch plus(Touch next) {
      return new Touch(start, Math.max(end, next.end), before + next.before, after + next.after);
    }
  }

  private EditChain(String text, List<TextChange> first, List<TextChange> second) {
    this.text = text;
    this.last = TextChange.apply(TextChange.apply(text, first), second);
    int shift = 0;
    for (TextChange edit : first) {
      int start = edit.span().start() + shift;
      int longer = edit.text().length() - edit.span().length();
      touches.add(new Touch(start, start + edit.text().length(), longer, 0));
      shift += longer;
    }
    for (TextChange edit : second) {
      Span span = edit.span();
      touches.add(new Touch(span.start(), span.end(), 0, edit.text().length() - span.length()));
    }
    touches.sort(Comparator.comparingInt(Touch::start).thenComparingInt(Touch::end));
  }

  /**
   * One set of changes for both.
   *
   * @param first ascending and apart, in offsets of the text
   * @param second ascending and apart, in offsets of what the first leave
   */
  static List<TextChange> join(String text, List<TextChange> first, List<TextChange> second) {
    return new EditChain(text, first, second).edits();
  }

  private List<TextChange> edits() {
    List<TextChange> edits = new ArrayList<>();
    int before = 0;
    int after = 0;
    for (Touch region : regions()) {
      Span was = new Span(region.start() - before, region.end() - before - region.before());
      Span is = new Span(region.start() + after, region.end() + after + region.after());
      before += region.before();
      after += region.after();
      if (!was.in(text).equals(is.in(last))) {
        edits.add(new TextChange(was, is.in(last)));
      }
    }
    return edits;
  }

  /** Touches that meet are one. */
  private List<Touch> regions() {
    List<Touch> regions = new ArrayList<>();
    for (Touch touch : touches) {
      if (!regions.isEmpty() && touch.start() <= regions.getLast().end()) {
        regions.add(regions.removeLast().plus(touch));
      } else {
        regions.add(touch);
      }
    }
    return regions;
  }
}
