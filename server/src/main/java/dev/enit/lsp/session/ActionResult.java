package dev.enit.lsp.session;

import com.google.gson.JsonObject;
import dev.enit.core.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The result of an action.
 *
 * @param lines the lines of the result; the first one is its headline
 */
public record ActionResult(Outcome outcome, List<String> lines) {
  public ActionResult {
    lines = List.copyOf(lines);
  }

  /** The outcome of an action; in lower case in the protocol. */
  public enum Outcome {
    DONE,
    /** There was nothing to change. */
    UNCHANGED,
    CANCELLED,
    /** The action did not begin. */
    REFUSED,
    FAILED
  }

  public static ActionResult of(Outcome outcome, String... lines) {
    return new ActionResult(outcome, List.of(lines));
  }

  /** Returns the same result with more lines at its end. */
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

  /** Returns the result as JSON for the client. */
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
    json.addProperty("text", VisibleText.lines(text()));
    return json;
  }
}
