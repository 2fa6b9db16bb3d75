package dev.enit.cli.terminal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.enit.core.text.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document of records on a standard stream, indented. A component that is null is omitted,
 * an empty {@link Optional} is written as null. Strings keep their values; characters that a reader
 * cannot see are escapes of JSON.
 */
public final class JsonOutput {
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .registerTypeAdapterFactory(new OptionalAdapters())
          .create();

  private final Output out;
  private final JsonWriter writer;

  /** A document that is written in parts, for what becomes known while it is written. */
  public JsonOutput(Output out) {
    this.out = out;
    this.writer = new JsonWriter(new EscapingWriter(out));
    writer.setIndent("  ");
  }

  /** Writes a whole document. */
  public static void print(Object document, Output out) {
    new JsonOutput(out).value(document).finish();
  }

  /** Returns an object with the members of several records, in their order. */
  public static JsonObject merged(List<?> records) {
    JsonObject whole = new JsonObject();
    for (Object part : records) {
      GSON.toJsonTree(part).getAsJsonObject().asMap().forEach(whole::add);
    }
    return whole;
  }

  /** Writes a value: the document, an element of the open array, or the value of a name. */
  public JsonOutput value(Object value) {
    GSON.toJson(value, value.getClass(), writer);
    return this;
  }

  /** Writes a member of the open object. */
  public JsonOutput member(String name, Object value) {
    return attempt(() -> writer.name(name)).value(value);
  }

  /** Opens an object. */
  public JsonOutput object() {
    return attempt(writer::beginObject);
  }

  /** Opens a member of the open object that is an array. */
  public JsonOutput array(String name) {
    return attempt(() -> writer.name(name).beginArray());
  }

  public JsonOutput endObject() {
    return attempt(writer::endObject);
  }

  public JsonOutput endArray() {
    return attempt(writer::endArray);
  }

  /** Ends the document. */
  public void finish() {
    out.print("\n");
  }

  private interface Writing {
    void run() throws IOException;
  }

  private JsonOutput attempt(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class OptionalAdapters implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      if (!(type.getType() instanceof ParameterizedType optional)
          || type.getRawType() != Optional.class) {
        return null;
      }
      @SuppressWarnings("unchecked")
      TypeAdapter<Object> adapter =
          (TypeAdapter<Object>)
              gson.getAdapter(TypeToken.get(optional.getActualTypeArguments()[0]));
      return new TypeAdapter<>() {
        @Override
        public void write(JsonWriter out, T value) throws IOException {
          Optional<?> content = (Optional<?>) value;
          if (content.isPresent()) {
            adapter.write(out, content.get());
          } else {
            out.setSerializeNulls(true);
            out.nullValue();
            out.setSerializeNulls(false);
          }
        }

        @Override
        public T read(JsonReader in) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }

  /** Escapes inside of strings; outside of them, JSON has no character that is escaped here. */
  private static final class EscapingWriter extends Writer {
    private final Output out;

    EscapingWriter(Output out) {
      this.out = out;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
      String text = new String(chars, offset, length);
      if (text.codePoints().noneMatch(EscapingWriter::isEscaped)) {
        out.write(chars, offset, length);
        return;
      }
      StringBuilder escaped = new StringBuilder(length + 16);
      text.codePoints()
          .forEach(
              c -> {
                if (!isEscaped(c)) {
                  escaped.appendCodePoint(c);
                  return;
                }
                for (char unit : Character.toChars(c)) {
                  escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
              });
      out.write(escaped.toString().toCharArray(), 0, escaped.length());
    }

    private static boolean isEscaped(int c) {
      return c != '\n' && VisibleText.isHidden(c);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
