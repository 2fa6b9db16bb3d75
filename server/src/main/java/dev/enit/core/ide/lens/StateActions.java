package dev.enit.core.ide.lens;

import dev.enit.core.ide.lens.Lenses.Lens.Act;
import dev.enit.core.live.LiveState;
import dev.enit.core.live.NodeSummary;
import dev.enit.core.node.NodeStatus;
import java.util.List;

/**
 * The actions that make sense in each state of a node: the one table that lenses, code actions and
 * the menus of clients go by.
 */
public final class StateActions {
  private static final List<Act> OF_A_NODE =
      List.of(Act.STOP, Act.RESTART, Act.RECONFIGURE, Act.PLAN, Act.STATUS);

  private StateActions() {}

  /** The actions for a node that is followed, in the order in which they are shown. */
  public static List<Act> of(LiveState live, NodeSummary line) {
    return switch (live) {
      // Shown for a moment only: what the first look finds is not known yet.
      case LiveState.Unknown _ -> List.of();
      case LiveState.Online _ -> OF_A_NODE;
      default -> of(line.kind(), hasProcess(live));
    };
  }

  /**
   * The actions in a state of a node that tells nothing of itself.
   *
   * @param hasProcess whether a process of this host is known to be the node, so that it can be
   *     stopped while it does not answer
   */
  public static List<Act> of(NodeSummary.Kind kind, boolean hasProcess) {
    return switch (kind) {
      case RUNNING -> OF_A_NODE;
      // It cannot be connected with yet.
      case STARTING -> List.of(Act.STOP);
      case NAME_IN_USE -> List.of(Act.CONNECT);
      case UNREACHABLE ->
          hasProcess
              ? List.of(Act.STOP, Act.RESTART, Act.CONNECT)
              : List.of(Act.START, Act.CONNECT);
      case STOPPED -> List.of(Act.START);
      case ELSEWHERE, UNKNOWN -> List.of(Act.CONNECT, Act.START);
      case CONNECTING, UNTRUSTED -> List.of();
    };
  }

  private static boolean hasProcess(LiveState live) {
    return live instanceof LiveState.Away(NodeStatus.Hidden hidden, var _)
        && hidden.pid().isPresent();
  }
}
