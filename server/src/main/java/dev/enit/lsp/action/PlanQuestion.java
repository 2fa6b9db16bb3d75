package dev.enit.lsp.action;

import dev.enit.core.node.Difference;
import dev.enit.core.node.ReconfigurePlan;
import dev.enit.core.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** What is asked before a node is reconfigured: the plan in a few words. */
final class PlanQuestion {
  /** Named one by one, a question has room for so many. */
  private static final int NAMED = 4;

  private PlanQuestion() {}

  static String of(ReconfigurePlan plan, String node) {
    List<String> text = new ArrayList<>();
    List<String> keys = names(plan.set());
    String count =
        keys.size() == 1 ? Messages.text("action.key") : Messages.text("action.keys", keys.size());
    text.add(Messages.text("action.ask.RECONFIGURE", count, node, some(keys)));
    List<String> told = told(plan);
    if (!told.isEmpty()) {
      text.add(Messages.text("action.ask.told", some(told)));
    }
    if (!plan.isForced() && !plan.diff().drift().isEmpty()) {
      text.add(Messages.text("action.ask.drift", some(names(plan.diff().drift()))));
    }
    if (!plan.diff().restart().isEmpty() || !plan.waiting().isEmpty()) {
      text.add(Messages.text("action.ask.restart"));
    }
    return String.join(" ", text);
  }

  /** The applications whose {@code config_change/3} is called. */
  static List<String> told(ReconfigurePlan plan) {
    return plan.set().stream()
        .map(difference -> difference.change().application())
        .distinct()
        .filter(plan.diff().running()::isTold)
        .toList();
  }

  private static List<String> names(List<Difference> differences) {
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
