package dev.enit.core.live;

import dev.enit.core.live.LiveState.Off.Why;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.release.Release;
import java.util.Optional;

/**
 * Whether to connect with a node by oneself.
 *
 * @param isTrusted whether anything may run or connect at all
 * @param isOn whether nodes are looked at without being asked to
 * @param elsewhere whether those of other hosts are as well
 */
public record LivePolicy(boolean isTrusted, boolean isOn, boolean elsewhere) {
  /** Nothing is done. */
  public static final LivePolicy NOTHING = new LivePolicy(false, false, false);

  /**
   * Why a node is not looked at; empty where it is.
   *
   * @param isAsked whether the user asked for this one
   */
  Optional<Why> against(Release release, boolean isAsked, Network network) {
    if (!isTrusted) {
      return Optional.of(Why.UNTRUSTED);
    }
    if (isAsked) {
      return Optional.empty();
    }
    if (!isOn) {
      return Optional.of(Why.SWITCHED_OFF);
    }
    boolean isHere =
        NodeName.of(release.node().nodename())
            .map(name -> network.isHere(name.host()))
            .orElse(true);
    return isHere || elsewhere ? Optional.empty() : Optional.of(Why.ELSEWHERE);
  }
}
