package dev.enit.core.node;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.EffectiveConfig.NodeSettings;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.UnreachableReason;
import dev.enit.core.release.Release;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.text.Messages;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A release whose node can be asked although a part of its files is broken. A mistake in one file
 * must not keep an administrator from looking at the node, or from stopping it; a guess at its name
 * must not hit another one.
 */
public final class AskableRelease {
  private AskableRelease() {}

  /**
   * Returns the release with the node that is certainly its own: by its files, or by the arguments
   * of the process that enit started for it. Empty where neither tells.
   */
  public static Optional<Release> of(Release release, Network network) {
    return release.hasCertainNode()
        ? Optional.of(release)
        : process(release, network).map(node -> withNode(release, node.nodename(), network));
  }

  /** The process that runs the node of a release, by its identity; empty where there is none. */
  private static Optional<LocalProcess> process(Release release, Network network) {
    return ProcessMatch.of(release, network, LocalProcess.all())
            instanceof ProcessMatch.Ours(LocalProcess process)
        ? Optional.of(process)
        : Optional.empty();
  }

  private static Release withNode(Release release, String name, Network network) {
    String full = name.indexOf('@') < 0 ? name + "@" + network.shortHost() : name;
    return new Release(
        release.key(),
        release.specification(),
        release.layers(),
        release.unreadable(),
        release.applications(),
        release.config(),
        new NodeSettings(full, release.node().cookie()),
        release.otp());
  }

  /**
   * Returns why a node was not reached: a cookie that does not fit is no cookie where a file that
   * may hold another one is broken.
   */
  static UnreachableReason reason(UnreachableReason reason, Release release) {
    return reason instanceof UnreachableReason.WrongCookie && !release.hasCertainNode()
        ? withoutCookie(release)
        : reason;
  }

  /** Returns why a release without a cookie cannot be asked. */
  static UnreachableReason withoutCookie(Release release) {
    if (release.hasCertainNode()) {
      return new UnreachableReason.NoCookie(release.name());
    }
    for (UnreadableFile closed : release.unreadable()) {
      return new UnreachableReason.CookieUnread(
          release.name(), closed.path().toString(), closed.reason());
    }
    String broken =
        release.layers().stream()
            .filter(layer -> !layer.file().isIntact())
            .map(ConfigLayer::path)
            .map(Path::toString)
            .findFirst()
            .orElse("");
    return new UnreachableReason.CookieUnread(release.name(), broken, Messages.text("file.syntax"));
  }
}
