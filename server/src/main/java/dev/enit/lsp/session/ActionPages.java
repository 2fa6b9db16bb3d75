package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts on actions that virtual documents show: the plan that the user is asked to confirm, and
 * the report of the last action of each release.
 */
public final class ActionPages {
  private final SessionEvents events;
  private final Map<ReleaseKey, String> plans = new ConcurrentHashMap<>();
  private final Map<ReleaseKey, String> reports = new ConcurrentHashMap<>();

  ActionPages(SessionEvents events) {
    this.events = events;
  }

  /** Sets the plan that the user is asked to confirm; it is shown until the action ends. */
  public void plan(ReleaseKey key, String text) {
    plans.put(key, text);
    events.actionPagesChanged();
  }

  /** Returns the plan that the user is asked to confirm. */
  Optional<String> plan(ReleaseKey key) {
    return Optional.ofNullable(plans.get(key));
  }

  /** Sets the report of an action that has ended. */
  void ended(ReleaseKey key, String report) {
    plans.remove(key);
    reports.put(key, report);
    events.actionPagesChanged();
  }

  /** Returns the report of the last action. */
  Optional<String> report(ReleaseKey key) {
    return Optional.ofNullable(reports.get(key));
  }
}
