package dev.enit.lsp.rpc;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * Gson type adapters that write without reflection, which takes several times as long, for the
 * types that a result contains by the thousand. Reading is unchanged.
 */
final class FastTypeAdapters implements TypeAdapterFactory {
  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    Write<?> write = null;
    if (raw == Position.class) {
      write = (Write<Position>) FastTypeAdapters::position;
    } else if (raw == Range.class) {
      write = (Write<Range>) FastTypeAdapters::range;
    } else if (raw == DocumentSymbol.class) {
      write = (Write<DocumentSymbol>) FastTypeAdapters::symbol;
    } else if (raw == FoldingRange.class) {
      write = (Write<FoldingRange>) FastTypeAdapters::fold;
    }
    return write == null ? null : adapter(gson.getDelegateAdapter(this, type), (Write<T>) write);
  }

  /** The writer of a value that is not null. */
  @FunctionalInterface
  private interface Write<T> {
    void write(JsonWriter out, T value) throws IOException;
  }

  private static <T> TypeAdapter<T> adapter(TypeAdapter<T> usual, Write<T> write) {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, @Nullable T value) throws IOException {
        if (value == null) {
          out.nullValue();
        } else {
          write.write(out, value);
        }
      }

      @Override
      public T read(JsonReader in) throws IOException {
        return usual.read(in);
      }
    };
  }

  private static void position(JsonWriter out, Position position) throws IOException {
    out.beginObject();
    out.name("line").value(position.getLine());
    out.name("character").value(position.getCharacter());
    out.endObject();
  }

  private static void range(JsonWriter out, Range range) throws IOException {
    out.beginObject();
    position(out.name("start"), range.getStart());
    position(out.name("end"), range.getEnd());
    out.endObject();
  }

  private static void symbol(JsonWriter out, DocumentSymbol symbol) throws IOException {
    out.beginObject();
    out.name("name").value(symbol.getName());
    out.name("kind").value(symbol.getKind().getValue());
    range(out.name("range"), symbol.getRange());
    range(out.name("selectionRange"), symbol.getSelectionRange());
    if (symbol.getDetail() != null) {
      out.name("detail").value(symbol.getDetail());
    }
    if (symbol.getChildren() != null) {
      out.name("children").beginArray();
      for (DocumentSymbol child : symbol.getChildren()) {
        symbol(out, child);
      }
      out.endArray();
    }
    out.endObject();
  }

  private static void fold(JsonWriter out, FoldingRange fold) throws IOException {
    out.beginObject();
    out.name("startLine").value(fold.getStartLine());
    out.name("endLine").value(fold.getEndLine());
    if (fold.getStartCharacter() != null) {
      out.name("startCharacter").value(fold.getStartCharacter());
    }
    if (fold.getEndCharacter() != null) {
      out.name("endCharacter").value(fold.getEndCharacter());
    }
    if (fold.getKind() != null) {
      out.name("kind").value(fold.getKind());
    }
    out.endObject();
  }
}
