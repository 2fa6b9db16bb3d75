package dev.enit.lsp.handler;

import com.google.gson.JsonObject;
import dev.enit.core.ide.action.CodeActionItem;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.session.DocumentDiagnostics;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of a code action, which identifies it when the client resolves it.
 *
 * @param version the version of the document, or {@code null} if it is not open
 * @param range in offsets of the document
 * @param id the id of the action
 */
record CodeActionData(String uri, @Nullable Integer version, Span range, String id) {

  static CodeActionData of(
      RequestContext request, RequestContext.Document document, Span range, CodeActionItem action) {
    return new CodeActionData(
        request.session().documents().uri(document.path()),
        DocumentDiagnostics.version(request.workspace(), document.path()),
        range,
        action.id());
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("uri", uri);
    json.addProperty("version", version);
    json.addProperty("start", range.start());
    json.addProperty("end", range.end());
    json.addProperty("id", id);
    return json;
  }

  /**
   * Reads the data of a code action.
   *
   * @throws RuntimeException if the JSON does not have the form of {@link #json}
   */
  static CodeActionData read(JsonObject json) {
    Integer version = json.has("version") ? Integer.valueOf(json.get("version").getAsInt()) : null;
    return new CodeActionData(
        json.get("uri").getAsString(),
        version,
        new Span(json.get("start").getAsInt(), json.get("end").getAsInt()),
        json.get("id").getAsString());
  }

  /** Returns whether the document still has the version of the code action. */
  boolean isPresent(@Nullable Integer now) {
    return Objects.equals(version, now);
  }
}
