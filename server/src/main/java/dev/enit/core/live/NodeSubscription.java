package dev.enit.core.live;

import dev.enit.core.live.LiveState.Heartbeat;
import dev.enit.core.live.LiveState.Online;
import dev.enit.core.node.BootStatus;
import dev.enit.core.node.NodeInfo;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.NodeWatch;
import dev.enit.core.node.RunningConfig;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.release.Release;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection with a node, from the first news of it to the last. */
final class NodeSubscription {
  private final NodeWatch watch;
  private final Release release;
  private final CodeWatch code;
  private boolean isInstalledOther;
  private @Nullable Online present;
  private @Nullable Shape shape;

  /** What makes news of what a node says of itself: not its memory, and not its uptime. */
  private record Shape(
      String pid,
      List<String> connected,
      Optional<Map<String, String>> running,
      Optional<BootStatus> boot) {
    static Shape of(NodeInfo info) {
      return new Shape(info.pid(), info.connected(), info.running(), info.boot());
    }
  }

  NodeSubscription(NodeWatch watch, Release release, ModuleDigests digests) {
    this.watch = watch;
    this.release = release;
    this.code = new CodeWatch(release, digests);
  }

  /** Waits for the next news; whether they change the state. */
  boolean next() throws UnreachableException {
    NodeWatch.News news = watch.next();
    NodeInfo info = news.info().masked(release.config());
    Shape now = Shape.of(info);
    Instant at = Instant.now();
    Online before = present;
    news.code().ifPresent(code::heard);
    CodeWatch.Look look = code.look(at);
    isInstalledOther = look == CodeWatch.Look.OTHER_APPLICATIONS;
    boolean isOtherCode = look == CodeWatch.Look.OTHER_CODE;
    if (before != null && now.equals(shape) && news.config().isEmpty() && !isOtherCode) {
      before.pulse().beat(info, at);
      return false;
    }
    Optional<RunningConfig> known = before == null ? Optional.empty() : before.config();
    shape = now;
    present =
        new Online(
            NodeStatus.of(info, release),
            news.config().or(() -> known),
            code.present(),
            new Heartbeat(info, at));
    return true;
  }

  /** Returns whether other applications are installed than the release was read with. */
  boolean isInstalledOther() {
    return isInstalledOther;
  }

  /** The release was read again. */
  void read(Release again) {
    code.read(again);
  }

  /** After the first news. */
  LiveState state() {
    return present == null ? new LiveState.Connecting() : present;
  }
}
