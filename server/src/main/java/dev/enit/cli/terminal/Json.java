package dev.enit.cli.terminal;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** Writes a JSON document as it becomes known, indented. */
public final class Json {
  private final Output out;
  private final JsonWriter writer;
  private final Deque<Boolean> open = new ArrayDeque<>();

  public Json(Output out) {
    this.out = out;
    this.writer = new JsonWriter(out);
    writer.setIndent("  ");
    writer.setHtmlSafe(false);
  }

  /** Opens an object. */
  public Json object() {
    open.push(true);
    return attempt(writer::beginObject);
  }

  /** Opens an array. */
  public Json array() {
    open.push(false);
    return attempt(writer::beginArray);
  }

  /** Closes what was opened last. */
  public Json end() {
    return attempt(open.pop() ? writer::endObject : writer::endArray);
  }

  /** The name of the value that follows. */
  public Json name(String name) {
    return attempt(() -> writer.name(name));
  }

  public Json value(String value) {
    return attempt(() -> writer.value(value));
  }

  public Json field(String name, String value) {
    return name(name).value(value);
  }

  public Json field(String name, long value) {
    name(name);
    return attempt(() -> writer.value(value));
  }

  public Json field(String name, boolean value) {
    name(name);
    return attempt(() -> writer.value(value));
  }

  /** A value that is not there. */
  public Json nothing() {
    return attempt(writer::nullValue);
  }

  /** An array of strings. */
  public Json field(String name, Collection<String> values) {
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

  private Json attempt(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
