package dev.enit.lsp.handler;

import com.google.gson.JsonObject;
import dev.enit.core.ide.action.CodeActionItem;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.session.DocumentDiagnostics;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By what an offer is found again when somebody chooses it.
 *
 * @param version of the document; {@code null} where it is not open
 * @param range in offsets of the document
 * @param id of the action
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
   * Reads it back.
   *
   * @throws RuntimeException for anything else than what {@link #json} has made
   */
  static CodeActionData read(JsonObject json) {
    Integer version = json.has("version") ? Integer.valueOf(json.get("version").getAsInt()) : null;
    return new CodeActionData(
        json.get("uri").getAsString(),
        version,
        new Span(json.get("start").getAsInt(), json.get("end").getAsInt()),
        json.get("id").getAsString());
  }

  /** Whether the document is what it was when the offer was made. */
  boolean isPresent(@Nullable Integer now) {
    return Objects.equals(version, now);
  }
}
