package dev.enit.grammar.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A string as ANTLR's character stream: in UTF-16 units, so that an index is an offset of the text,
 * and without a copy. It remembers how far the text has been looked at.
 */
final class TextChars implements CharStream {
  private final String text;
  private int position;
  private int looked;

  TextChars(String text) {
    this.text = text;
  }

  @Override
  public int LA(int distance) {
    int at = position + distance - 1;
    lookedAt(at);
    return at < text.length() ? text.charAt(at) : IntStream.EOF;
  }

  /** Notes that the unit at an offset, or the end of the text there, has made a difference. */
  void lookedAt(int offset) {
    if (offset >= looked) {
      looked = offset + 1;
    }
  }

  /** Returns the offset after the last unit that was looked at. */
  int looked() {
    return looked;
  }

  void forgetLooked() {
    looked = 0;
  }

  @Override
  public void consume() {
    position++;
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }
}
