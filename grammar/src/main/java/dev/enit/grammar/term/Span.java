package dev.enit.grammar.term;

/**
 * A half-open range of UTF-16 offsets.
 *
 * @param start offset of the first unit
 * @param end offset after the last unit, not before {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + ".." + end);
    }
  }

  /** Returns the empty span at an offset. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** From the start of one span to the end of a later one. */
  public static Span between(Span first, Span last) {
    return new Span(first.start, last.end);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /**
   * Returns whether the offset is inside or at either end: a cursor after the last letter touches a
   * word.
   */
  public boolean touches(int offset) {
    return start <= offset && offset <= end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public Span shift(int distance) {
    return new Span(start + distance, end + distance);
  }

  /** Returns the text that the span covers. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
