package dev.enit.lsp.rpc;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A Gson type adapter that writes {@code null} as the version of a document that is not open. LSP4J
 * omits it, and VS Code takes an edit without it for another kind of edit. Everything else is
 * unchanged.
 */
final class NullVersionAdapter implements TypeAdapterFactory {
  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    return type.getRawType() == VersionedTextDocumentIdentifier.class
        ? (TypeAdapter<T>) adapter(gson)
        : null;
  }

  private TypeAdapter<VersionedTextDocumentIdentifier> adapter(Gson gson) {
    TypeAdapter<VersionedTextDocumentIdentifier> usual =
        gson.getDelegateAdapter(this, TypeToken.get(VersionedTextDocumentIdentifier.class));
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, VersionedTextDocumentIdentifier document)
          throws IOException {
        boolean before = out.getSerializeNulls();
        out.setSerializeNulls(true);
        usual.write(out, document);
        out.setSerializeNulls(before);
      }

      @Override
      public VersionedTextDocumentIdentifier read(JsonReader in) throws IOException {
        return usual.read(in);
      }
    };
  }
}
