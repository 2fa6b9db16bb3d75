package dev.enit.core.live;

import dev.enit.core.node.NameHolder;
import dev.enit.core.node.NodeInfo;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.UnexpectedEnd;
import dev.enit.core.text.DurationText;
import dev.enit.core.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a node is, in a few words.
 *
 * @param text without a mark; empty where nothing is known that is worth a word
 */
public record NodeSummary(Kind kind, String text) {

  /** For programs, in small letters; they never change. */
  public enum Kind {
    RUNNING("●"),
    STARTING("◐"),
    STOPPED("○"),
    NAME_IN_USE("○"),
    UNREACHABLE("◌"),
    CONNECTING("◌"),
    UNTRUSTED("◌"),
    ELSEWHERE("◌"),
    UNKNOWN("");

    private final String mark;

    Kind(String mark) {
      this.mark = mark;
    }

    /** As clients know it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The words for a state. */
  public static NodeSummary of(LiveState state, Optional<ReleaseDiff> diff, Instant now) {
    return switch (state) {
      case LiveState.Unknown _ -> new NodeSummary(Kind.UNKNOWN, "");
      case LiveState.Off(var why) -> new NodeSummary(kind(why), words("live." + why));
      case LiveState.Connecting _ -> new NodeSummary(Kind.CONNECTING, words("live.connecting"));
      case LiveState.Away(var status, var _) -> away(status);
      case LiveState.Online online -> online(online, diff, now);
    };
  }

  /** With the mark of its kind; empty where there is nothing to say. */
  public Optional<String> marked() {
    return text.isEmpty() ? Optional.empty() : Optional.of((kind.mark + " " + text).strip());
  }

  private static Kind kind(LiveState.Off.Why why) {
    return switch (why) {
      case UNTRUSTED, OUTSIDE, UNSAFE -> Kind.UNTRUSTED;
      case ELSEWHERE -> Kind.ELSEWHERE;
      case SWITCHED_OFF -> Kind.UNKNOWN;
    };
  }

  private static NodeSummary away(NodeStatus status) {
    return switch (status) {
      case NodeStatus.Hidden hidden ->
          new NodeSummary(
              Kind.UNREACHABLE,
              words("live.hidden", words("node.short." + hidden.reason().code())));
      case NodeStatus.NameInUse inUse -> inUse(inUse.occupant());
      case NodeStatus.Booting(long pid) -> booting(pid);
      case NodeStatus.Stopped(Optional<UnexpectedEnd> end) when end.isPresent() ->
          new NodeSummary(Kind.STOPPED, words("live.stopped") + " · " + end.get().brief());
      default -> new NodeSummary(Kind.STOPPED, words("live.stopped"));
    };
  }

  /** Of a release that does not run, whose name another node has. */
  static NodeSummary inUse(NameHolder occupant) {
    return new NodeSummary(
        Kind.NAME_IN_USE, words("live.stopped") + " · " + words("live.in-use", occupant.words()));
  }

  /** Of a node that nothing can connect with yet. */
  static NodeSummary booting(long pid) {
    return new NodeSummary(
        Kind.STARTING, words("live.starting") + " · " + words("live.pid", Long.toString(pid)));
  }

  private static NodeSummary online(
      LiveState.Online online, Optional<ReleaseDiff> diff, Instant now) {
    NodeInfo info = online.pulse().info();
    if (online.status() instanceof NodeStatus.Starting starting) {
      String waiting = String.join(", ", starting.waiting());
      String text =
          waiting.isEmpty() ? words("live.starting") : words("live.starting.waiting", waiting);
      return new NodeSummary(
          Kind.STARTING,
          diff.flatMap(known -> known.restart().ofCode().brief())
              .map(reason -> text + " · " + words("live.restart", reason))
              .orElse(text));
    }
    List<String> parts = new ArrayList<>();
    parts.add(words("live.running"));
    if (info.isForeign()) {
      parts.add(words("live.foreign"));
    }
    parts.add(words("live.pid", info.pid()));
    parts.add(uptime(online.pulse().uptime(now)));
    parts.addAll(differences(diff));
    return new NodeSummary(Kind.RUNNING, String.join(" · ", parts));
  }

  /** In seconds it would be another line all the time. */
  private static String uptime(Duration uptime) {
    return uptime.toMinutes() < 1 ? words("live.new") : DurationText.brief(uptime);
  }

  private static List<String> differences(Optional<ReleaseDiff> diff) {
    if (diff.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    count(parts, "live.pending", diff.get().pending().size());
    count(parts, "live.drift", diff.get().drift().size());
    diff.get().restart().brief().ifPresent(reason -> parts.add(words("live.restart", reason)));
    count(parts, "live.patched", diff.get().restart().code().patched().size());
    return parts.isEmpty() ? List.of(words("live.in-sync")) : parts;
  }

  private static void count(List<String> parts, String key, int count) {
    if (count > 0) {
      parts.add(words(count == 1 ? key + ".one" : key, count));
    }
  }

  private static String words(String key, Object... arguments) {
    return Messages.text(key, arguments);
  }
}
