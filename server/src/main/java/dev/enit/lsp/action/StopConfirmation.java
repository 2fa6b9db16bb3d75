package dev.enit.lsp.action;

import dev.enit.core.node.NodeInfo;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.text.Messages;
import java.util.List;

/** The confirmation before a node is stopped, which states what the stop affects. */
final class StopConfirmation {
  private StopConfirmation() {}

  /** Returns the question for a node that runs, or may run. */
  static String of(ReleaseAction action, ReleaseOnDisk saved, NodeStatus status) {
    String key = "action.ask." + action.name();
    return switch (status) {
      case NodeStatus.Running(NodeInfo info) -> text(key, saved, info);
      case NodeStatus.Starting(NodeInfo info, List<String> _) -> text(key, saved, info);
      case NodeStatus.Hidden hidden ->
          Messages.text(
              key + ".hidden", saved.name(), saved.node(), hidden.message(), saved.tree());
      case NodeStatus.Booting(long pid) ->
          Messages.text(key + ".booting", saved.name(), saved.node(), pid, saved.tree());
      case NodeStatus.Stopped _, NodeStatus.NameInUse _ -> saved.startQuestion();
    };
  }

  private static String text(String key, ReleaseOnDisk saved, NodeInfo info) {
    return Messages.text(
        key,
        saved.name(),
        saved.node(),
        info.running().map(running -> Integer.toString(running.size())).orElse("?"),
        saved.tree());
  }
}
