package dev.enit.core.report;

import dev.enit.core.ide.Markdown;
import dev.enit.core.live.LiveState;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.UnexpectedEnd;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The reason why a page knows nothing of a node, and what to do. */
public final class UnknownNode {
  private UnknownNode() {}

  /** Returns one line; empty for a node that tells of itself. */
  public static Optional<String> text(Release release, LiveState state) {
    return text(release, state, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** Returns the same in Markdown. */
  static Optional<String> markdown(Release release, LiveState state) {
    return text(release, state, Markdown::name, Markdown::message);
  }

  private static Optional<String> text(
      Release release, LiveState state, UnaryOperator<String> names, UnaryOperator<String> words) {
    String node = names.apply(release.node().nodename());
    String name = names.apply(release.name());
    return switch (state) {
      case LiveState.Unknown _ -> Optional.of(Messages.text("page.unknown", node, name));
      case LiveState.Off(var why) -> Optional.of(Messages.text("page.off." + why, node, name));
      case LiveState.Connecting _ -> Optional.of(Messages.text("page.connecting", node));
      case LiveState.Away(NodeStatus.Hidden hidden, Instant at) ->
          Optional.of(Messages.text("page.hidden", time(at), words.apply(hidden.message())));
      case LiveState.Away(NodeStatus.NameInUse inUse, Instant at) ->
          Optional.of(Messages.text("page.hidden", time(at), words.apply(inUse.message())));
      case LiveState.Away(NodeStatus.Booting(long pid), Instant at) ->
          Optional.of(Messages.text("page.booting", node, time(at), Long.toString(pid)));
      case LiveState.Away(NodeStatus.Stopped(Optional<UnexpectedEnd> end), Instant at)
          when end.isPresent() ->
          Optional.of(
              Messages.text("page.ended", node, time(at), words.apply(end.get().message())));
      case LiveState.Away(var _, Instant at) ->
          Optional.of(Messages.text("page.stopped", node, time(at), name));
      case LiveState.Online _ -> Optional.empty();
    };
  }

  /** Returns the local time of day: a page with an age would change all the time. */
  static String time(Instant at) {
    return at.atZone(ZoneId.systemDefault())
        .toLocalTime()
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }
}
