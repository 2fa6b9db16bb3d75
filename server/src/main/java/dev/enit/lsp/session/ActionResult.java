package dev.enit.lsp.session;

import com.google.gson.JsonObject;
import dev.enit.core.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How an action ended.
 *
 * @param lines what there is to say; the first one stands for all
 */
public record ActionResult(Outcome outcome, List<String> lines) {
  public ActionResult {
    lines = List.copyOf(lines);
  }

  /** In the protocol, in small letters. */
  public enum Outcome {
    DONE,
    /** There was nothing to do. */
    UNCHANGED,
    CANCELLED,
    /** Nothing was begun. */
    REFUSED,
    FAILED
  }

  public static ActionResult of(Outcome outcome, String... lines) {
    return new ActionResult(outcome, List.of(lines));
  }

  /** The same, and more to say behind it. */
  public ActionResult with(List<String> more) {
    List<String> all = new ArrayList<>(lines);
    all.addAll(more);
    return new ActionResult(outcome, all);
  }

  public String headline() {
    return lines.getFirst();
  }

  public String text() {
    return String.join("\n", lines);
  }

  /** For the client. */
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
    json.addProperty("text", VisibleText.lines(text()));
    return json;
  }
}
