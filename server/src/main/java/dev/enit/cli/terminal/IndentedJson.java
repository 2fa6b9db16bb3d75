package dev.enit.cli.terminal;

import com.google.gson.stream.JsonWriter;
import dev.enit.core.text.VisibleText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes a JSON document as it becomes known, indented. Strings keep their values; what a reader
 * cannot see in them is an escape of JSON.
 */
public final class IndentedJson {
  private final Output out;
  private final JsonWriter writer;
  private final Deque<Boolean> open = new ArrayDeque<>();

  public IndentedJson(Output out) {
    this.out = out;
    this.writer = new JsonWriter(new Escapes(out));
    writer.setIndent("  ");
    writer.setHtmlSafe(false);
  }

  /** Opens an object. */
  public IndentedJson object() {
    open.push(true);
    return attempt(writer::beginObject);
  }

  /** Opens an array. */
  public IndentedJson array() {
    open.push(false);
    return attempt(writer::beginArray);
  }

  /** Closes what was opened last. */
  public IndentedJson end() {
    return attempt(open.pop() ? writer::endObject : writer::endArray);
  }

  /** The name of the value that follows. */
  public IndentedJson name(String name) {
    return attempt(() -> writer.name(name));
  }

  public IndentedJson value(String value) {
    return attempt(() -> writer.value(value));
  }

  public IndentedJson field(String name, String value) {
    return name(name).value(value);
  }

  public IndentedJson field(String name, long value) {
    name(name);
    return attempt(() -> writer.value(value));
  }

  public IndentedJson field(String name, boolean value) {
    name(name);
    return attempt(() -> writer.value(value));
  }

  /** A value that is not there. */
  public IndentedJson nothing() {
    return attempt(writer::nullValue);
  }

  /** An array of strings. */
  public IndentedJson field(String name, Collection<String> values) {
    name(name).array();
    values.forEach(this::value);
    return end();
  }

  /** Ends the document. */
  public void finish() {
    out.print("\n");
  }

  private interface Writing {
    void run() throws IOException;
  }

  private IndentedJson attempt(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Outside of strings, JSON has no character that is escaped here. */
  private static final class Escapes extends FilterWriter {
    Escapes(Writer out) {
      super(out);
    }

    @Override
    public void write(String text) throws IOException {
      write(text, 0, text.length());
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
      write(new String(chars, offset, length), 0, length);
    }

    @Override
    public void write(int c) throws IOException {
      write(Character.toString((char) c), 0, 1);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      String part = text.substring(offset, offset + length);
      if (part.chars().noneMatch(VisibleText::isHidden)) {
        out.write(part);
        return;
      }
      StringBuilder escaped = new StringBuilder(length + 16);
      part.codePoints()
          .forEach(
              c -> {
                if (c != '\n' && VisibleText.isHidden(c)) {
                  for (char unit : Character.toChars(c)) {
                    escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                  }
                } else {
                  escaped.appendCodePoint(c);
                }
              });
      out.write(escaped.toString());
    }
  }
}
