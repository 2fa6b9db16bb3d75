package dev.enit.lsp.action;

import dev.enit.core.node.KeyDifference;
import dev.enit.core.node.ReconfigurePlan;
import dev.enit.core.parameter.TakesEffect;
import dev.enit.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The confirmation before a reconfiguration, which summarizes the plan. */
final class ReconfigureConfirmation {
  /** The number of keys that the question names. */
  private static final int NAMED = 4;

  private ReconfigureConfirmation() {}

  static String of(ReconfigurePlan plan, ReleaseOnDisk saved) {
    List<String> text = new ArrayList<>();
    int keys = plan.set().size();
    String count = keys == 1 ? Messages.text("action.key") : Messages.text("action.keys", keys);
    text.add(Messages.text("action.ask.RECONFIGURE", count, saved.node(), saved.tree()));
    keys("AT_ONCE", plan, key -> key.effect().kind() == TakesEffect.Kind.AT_ONCE, text);
    keys("READ", plan, key -> key.effect().kind() == TakesEffect.Kind.READ, text);
    keys("RESTART", plan, plan::isWaiting, text);
    keys("IN_FORCE", plan, key -> isOfStart(key) && !plan.isWaiting(key), text);
    if (!plan.isForced() && !plan.diff().drift().isEmpty()) {
      text.add(Messages.text("action.ask.drift", some(names(plan.diff().drift()))));
    }
    plan.diff()
        .restart()
        .brief()
        .ifPresent(reasons -> text.add(Messages.text("action.ask.restart", reasons)));
    return String.join(" ", text);
  }

  private static void keys(
      String message, ReconfigurePlan plan, Predicate<KeyDifference> which, List<String> text) {
    List<KeyDifference> keys = plan.set().stream().filter(which).toList();
    if (!keys.isEmpty()) {
      text.add(Messages.text("action.ask.effect." + message, some(names(keys))));
    }
  }

  private static boolean isOfStart(KeyDifference key) {
    return key.effect().kind() == TakesEffect.Kind.RESTART;
  }

  private static List<String> names(List<KeyDifference> differences) {
    return differences.stream()
        .map(difference -> difference.change().application() + " " + difference.change().key())
        .toList();
  }

  private static String some(List<String> names) {
    List<String> some = new ArrayList<>(names.subList(0, Math.min(NAMED, names.size())));
    if (names.size() > some.size()) {
      some.add(Messages.text("action.more", names.size() - some.size()));
    }
    return String.join(", ", some);
  }
}
