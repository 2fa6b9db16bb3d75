package dev.enit.lsp.convert;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.Owner;
import dev.enit.core.ide.CursorPlace.PropertyName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of a completion item: what the item is about, for the request of its
 * documentation. There is no state between the two requests, so that an old item is as good as a
 * new one.
 */
public record CompletionData(Path path, CursorPlace about) {

  /** Returns the data of an item; empty if it has no documentation. */
  static Optional<JsonObject> of(String uri, CursorPlace about) {
    return switch (about) {
      case SettingKey key -> json(uri, "key", key.application(), key.key());
      case ApplicationName app -> json(uri, "application", app.name(), app.owner().name());
      case SectionName section -> json(uri, "section", section.application(), "");
      case PropertyName name -> json(uri, "property", name.property(), name.owner().name());
      default -> Optional.empty();
    };
  }

  private static Optional<JsonObject> json(String uri, String kind, String name, String more) {
    JsonObject data = new JsonObject();
    data.addProperty("uri", uri);
    data.addProperty("kind", kind);
    data.addProperty("name", name);
    data.addProperty("more", more);
    return Optional.of(data);
  }

  /** Reads the data of {@link #of}; empty for anything else. */
  public static Optional<CompletionData> read(@Nullable Object data) {
    if (!(data instanceof JsonObject object)) {
      return Optional.empty();
    }
    Optional<Path> path = Uris.path(text(object, "uri"));
    return place(object)
        .flatMap(place -> path.map(document -> new CompletionData(document, place)));
  }

  private static Optional<CursorPlace> place(JsonObject data) {
    Span nowhere = Span.at(0);
    String name = text(data, "name");
    String more = text(data, "more");
    Owner owner = more.equals(Owner.EXTENSION.name()) ? Owner.EXTENSION : Owner.RELEASE;
    return switch (text(data, "kind")) {
      case "key" -> Optional.of(new SettingKey(nowhere, name, more));
      case "application" -> Optional.of(new ApplicationName(nowhere, name, owner));
      case "section" -> Optional.of(new SectionName(nowhere, name));
      case "property" -> Optional.of(new PropertyName(nowhere, name, owner));
      default -> Optional.empty();
    };
  }

  private static String text(JsonObject data, String member) {
    return data.get(member) instanceof JsonPrimitive text ? text.getAsString() : "";
  }
}
