package dev.enit.core.node;

import dev.enit.core.node.wire.UnreachableReason;
import dev.enit.core.otp.AppFile;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be said of the node of a release at one moment. */
public sealed interface NodeStatus {

  /** Every application of the release runs. */
  record Running(NodeInfo info) implements NodeStatus {}

  /**
   * The node runs, and some application of the release does not yet.
   *
   * @param waiting those applications
   */
  record Starting(NodeInfo info, List<String> waiting) implements NodeStatus {
    public Starting {
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * The process of the node is there, and nothing can connect with it yet: it has just been
   * started.
   */
  record Booting(long pid) implements NodeStatus {}

  /**
   * The node does not run: its host is sure of that.
   *
   * @param end of its last process, where that was not in good order
   */
  record Stopped(Optional<UnexpectedEnd> end) implements NodeStatus {
    public Stopped() {
      this(Optional.empty());
    }
  }

  /**
   * The node does not run, and another one has its name.
   *
   * @param node the name
   * @param reason why that one cannot be asked, where it was tried
   */
  record NameInUse(
      String release, String node, NameHolder occupant, Optional<UnreachableReason> reason)
      implements NodeStatus {
    /** What is the matter, and what to do about it. */
    public String message() {
      String seen =
          reason
              .map(why -> Messages.optional("node.in-use." + why.code(), seen(why)))
              .filter(text -> !text.isEmpty())
              .map(text -> text + " ")
              .orElse("");
      return Messages.text(
          "node.in-use", release, node, occupant.words(), seen + occupant.remedy());
    }

    private static Object[] seen(UnreachableReason reason) {
      return new Object[] {reason instanceof UnreachableReason.OtherHost other ? other.says() : ""};
    }
  }

  /**
   * Nothing can be asked of the node. It may well run.
   *
   * @param pid of its process, where it is one of this host
   */
  record Hidden(UnreachableReason reason, OptionalLong pid) implements NodeStatus {
    /** What is the matter, and what to do about it. */
    public String message() {
      if (pid.isEmpty()) {
        return reason.message();
      }
      return switch (reason) {
        // Without the process these say that no node was started.
        case UnreachableReason.EpmdDown down ->
            Messages.text("node.hidden.epmd-down", down.node(), pid.getAsLong(), down.port());
        case UnreachableReason.UnknownToEpmd unknown ->
            Messages.text(
                "node.hidden.unknown-to-epmd", unknown.node(), pid.getAsLong(), unknown.port());
        // With it, and the node ours, there is more to say.
        case UnreachableReason.WrongCookie wrong ->
            Messages.text("node.hidden.wrong-cookie", wrong.node(), pid.getAsLong());
        default -> Messages.text("node.hidden.process", reason.message(), pid.getAsLong());
      };
    }
  }

  /** Why the node cannot be asked, and what to do; empty where it can, and where it is stopped. */
  default Optional<String> obstacle() {
    return switch (this) {
      case Hidden hidden -> Optional.of(hidden.message());
      case NameInUse inUse -> Optional.of(inUse.message());
      case Booting(long pid) -> Optional.of(Messages.text("node.booting", pid));
      case Running _, Starting _, Stopped _ -> Optional.empty();
    };
  }

  /** Returns whether the node certainly does not run. */
  default boolean isStopped() {
    return this instanceof Stopped || this instanceof NameInUse;
  }

  /** Of a node that says this of itself; without secrets of the release. */
  public static NodeStatus of(NodeInfo said, Release release) {
    NodeInfo info = said.masked(release.config());
    List<String> waiting =
        info.boot()
            .map(BootStatus::waiting)
            .orElseGet(
                () ->
                    info.running()
                        .map(running -> missing(release, running.keySet()))
                        .orElse(List.of()));
    boolean isStarting =
        info.boot().map(boot -> boot.state() == BootStatus.State.STARTING).orElse(false)
            || !waiting.isEmpty();
    return isStarting ? new Starting(info, waiting) : new Running(info);
  }

  /** In a node that enit did not start: an included application is up with the one around it. */
  private static List<String> missing(Release release, Set<String> running) {
    Set<String> included =
        running.stream()
            .flatMap(app -> release.otp().appFile(app).map(AppFile::included).stream())
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    return release.applications().stream()
        .map(AppReference::name)
        .filter(app -> !running.contains(app) && !included.contains(app))
        .toList();
  }
}
