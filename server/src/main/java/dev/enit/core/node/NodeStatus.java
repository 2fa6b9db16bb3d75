package dev.enit.core.node;

import dev.enit.core.node.wire.Unreachable;
import dev.enit.core.otp.AppFile;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.util.List;
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

  /** The node does not run: its host is sure of that. */
  record Stopped() implements NodeStatus {}

  /**
   * Nothing can be asked of the node. It may well run.
   *
   * @param pid of its process, where it is one of this host
   */
  record Hidden(Unreachable reason, OptionalLong pid) implements NodeStatus {
    /** What is the matter, and what to do about it. */
    public String message() {
      if (pid.isEmpty()) {
        return reason.message();
      }
      return switch (reason) {
        // Without the process these say that no node was started.
        case Unreachable.EpmdDown down ->
            Messages.text("node.hidden.epmd-down", down.node(), pid.getAsLong(), down.port());
        case Unreachable.UnknownToEpmd unknown ->
            Messages.text(
                "node.hidden.unknown-to-epmd", unknown.node(), pid.getAsLong(), unknown.port());
        default -> Messages.text("node.hidden.process", reason.message(), pid.getAsLong());
      };
    }
  }

  /** Of a node that says this of itself. */
  public static NodeStatus of(NodeInfo info, Release release) {
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
