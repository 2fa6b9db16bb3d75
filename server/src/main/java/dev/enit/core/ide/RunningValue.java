package dev.enit.core.ide;

import dev.enit.core.config.NodeKey;
import dev.enit.core.config.SecretValues;
import dev.enit.core.live.LiveState.Online;
import dev.enit.core.node.AppliedRecord.AtStart;
import dev.enit.core.node.AppliedRecord.Waiting;
import dev.enit.core.node.KeyDifference;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.RunningConfig;
import dev.enit.core.release.Release;
import dev.enit.core.text.DurationText;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Term;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The value of a key in the running node, next to that of its files.
 *
 * @param now the time of the request: a value that was seen says how long ago
 */
record RunningValue(Release release, Online online, String application, String key, Instant now) {
  private static final int LONGEST = 60;

  /** Of a setting in a file; empty where its node does not tell. */
  static Optional<String> text(FileScope scope, String application, String key, Instant now) {
    if (scope.release().isEmpty()
        || !(scope.workspace().live(scope.release().get().key()) instanceof Online online)) {
      return Optional.empty();
    }
    Release release = scope.release().get();
    RunningValue value = new RunningValue(release, online, application, key, now);
    Optional<ReleaseDiff> diff = scope.workspace().diff(release.key());
    return application.equals(NodeKey.SECTION)
        ? diff.flatMap(value::atStart)
        : diff.map(value::line);
  }

  /** What the node was started with, where the files of its section say something else by now. */
  private Optional<String> atStart(ReleaseDiff diff) {
    String node = Markdown.code(diff.running().node());
    return diff.restart().node().stream()
        .map(KeyDifference::change)
        .filter(change -> change.key().equals(key))
        .findFirst()
        .map(change -> Messages.text("hover.running.started", node, shown(change.running())));
  }

  private String line(ReleaseDiff diff) {
    RunningConfig running = diff.running();
    String age = DurationText.brief(online.pulse().age(now));
    String node = Markdown.code(running.node());
    RunningConfig.Application loaded = running.applications().get(application);
    if (loaded == null) {
      return Messages.text("hover.running.not-loaded", node, age, Markdown.code(application));
    }
    Optional<Term> value = Optional.ofNullable(loaded.environment().get(key));
    return Messages.text("hover.running." + relation(diff), node, shown(value), age)
        + waiting(diff);
  }

  /** How it stands to what the files say. */
  private String relation(ReleaseDiff diff) {
    if (isIn(diff.pending())) {
      return "pending." + diff.effect(application, key).kind();
    }
    return isIn(diff.drift()) ? "drift" : "same";
  }

  private boolean isIn(List<KeyDifference> differences) {
    return differences.stream()
        .map(KeyDifference::change)
        .anyMatch(change -> change.application().equals(application) && change.key().equals(key));
  }

  /** That what it has is not in force yet. */
  private String waiting(ReleaseDiff diff) {
    return diff.restart().waiting().stream()
        .filter(w -> w.application().equals(application) && w.key().equals(key))
        .findFirst()
        .map(Waiting::atStart)
        .map(
            atStart ->
                atStart instanceof AtStart.Unknown
                    ? Messages.text("hover.running.waits")
                    : Messages.text("hover.running.waiting", shown(atStart.value())))
        .map(text -> " " + text)
        .orElse("");
  }

  private String shown(Optional<Term> value) {
    return value.map(this::shown).orElseGet(() -> Messages.text("hover.running.unset"));
  }

  private String shown(Term value) {
    if (release.config().secrets().isSecret(application, key)) {
      return Messages.text("hover.running.secret");
    }
    String text = SecretValues.print(release.config().secrets(), application, key, value);
    return Markdown.code(text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…");
  }
}
