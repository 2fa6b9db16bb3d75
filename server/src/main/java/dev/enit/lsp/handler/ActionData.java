package dev.enit.lsp.handler;

import com.google.gson.JsonObject;
import dev.enit.core.ide.action.Action;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.session.Report;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By what an offer is found again when somebody chooses it.
 *
 * @param version of the document; {@code null} where it is not open
 * @param range in offsets of the document
 * @param id of the action
 */
record ActionData(String uri, @Nullable Integer version, Span range, String id) {

  static ActionData of(Request request, Request.Document document, Span range, Action action) {
    return new ActionData(
        request.session().documents().uri(document.path()),
        Report.version(request.workspace(), document.path()),
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
  static ActionData read(JsonObject json) {
    Integer version = json.has("version") ? Integer.valueOf(json.get("version").getAsInt()) : null;
    return new ActionData(
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
