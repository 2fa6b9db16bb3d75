package dev.enit.core.ide.lens;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeKey;
import dev.enit.core.ide.lens.Lenses.Lens.Act;
import dev.enit.core.live.LiveState;
import dev.enit.core.live.NodeSummary;
import dev.enit.core.node.KeyDifference;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lenses of a file: on the term of a release, and on the sections that its node lacks. And the
 * one table of the actions that make sense in each state of a node: lenses, code actions and the
 * menus of clients go by it.
 */
public final class Lenses {
  private static final List<Act> OF_A_NODE =
      List.of(Act.STOP, Act.RESTART, Act.RECONFIGURE, Act.PLAN, Act.STATUS);

  private Lenses() {}

  /** Returns the lenses in the order of the text; none for a file that belongs to no release. */
  public static List<Lens> of(Workspace workspace, Path path, Instant now) {
    Optional<ReleaseKey> key = workspace.releaseOf(path);
    if (key.isEmpty()) {
      return List.of();
    }
    return path.equals(key.get().specification())
        ? ofRelease(workspace, key.get(), now)
        : ofLayer(workspace, key.get(), path);
  }

  private static List<Lens> ofRelease(Workspace workspace, ReleaseKey key, Instant now) {
    Optional<Span> span = span(workspace.release(key));
    if (span.isEmpty()) {
      return List.of();
    }
    List<Lens> lenses = new ArrayList<>();
    LiveState state = workspace.live(key);
    NodeSummary line = NodeSummary.of(state, workspace.diff(key), now);
    line.marked().ifPresent(text -> lenses.add(new Lens(span.get(), text, Act.STATUS)));
    for (Act act : actions(state, line)) {
      lenses.add(new Lens(span.get(), Messages.text("lens." + act), act));
    }
    return lenses;
  }

  /** The term of a release in its file. */
  static Optional<Span> span(Release release) {
    return release
        .specification()
        .flatMap(
            specification ->
                Optional.ofNullable(specification.form())
                    .flatMap(
                        form -> Optional.ofNullable(specification.tuple()).map(form::absolute)));
  }

  private static List<Lens> ofLayer(Workspace workspace, ReleaseKey key, Path path) {
    Optional<ConfigLayer> layer = workspace.release(key).layer(path);
    Optional<ReleaseDiff> diff = workspace.diff(key);
    if (layer.isEmpty() || diff.isEmpty()) {
      return List.of();
    }
    List<Lens> lenses = new ArrayList<>();
    for (ConfigForm.Section section : layer.get().sections()) {
      boolean isNode = section.application().name().equals(NodeKey.SECTION);
      long count =
          count(isNode ? diff.get().restart().node() : diff.get().pending(), path, section);
      if (count > 0) {
        lenses.add(
            new Lens(
                section.form().absolute(section.application()),
                Messages.text(isNode ? "lens.restart" : "lens.pending", count),
                Act.PLAN));
      }
    }
    return lenses;
  }

  /** Returns how many settings of a section the node does not have yet. */
  // A form is one object as long as it is the same.
  @SuppressWarnings("ReferenceEquality")
  private static long count(
      List<KeyDifference> differences, Path path, ConfigForm.Section section) {
    return differences.stream()
        .flatMap(difference -> difference.source().stream())
        .filter(setting -> setting.layer().path().equals(path))
        .filter(setting -> setting.section().form() == section.form())
        .count();
  }

  /** Returns the actions for a node that is followed, in the order in which they are shown. */
  public static List<Act> actions(LiveState live, NodeSummary line) {
    return switch (live) {
      // Shown for a moment only: what the first look finds is not known yet.
      case LiveState.Unknown _ -> List.of();
      case LiveState.Online _ -> OF_A_NODE;
      default -> actions(line.kind(), hasProcess(live));
    };
  }

  /**
   * Returns the actions in a state of a node that tells nothing of itself.
   *
   * @param hasProcess whether a process of this host is known to be the node, so that it can be
   *     stopped while it does not answer
   */
  public static List<Act> actions(NodeSummary.Kind kind, boolean hasProcess) {
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

  /**
   * A code lens: the text above a line, and the command that it runs.
   *
   * @param span what they are about, in offsets of the file
   */
  public record Lens(Span span, String title, Act act) {

    /** What can be done with a release. */
    public enum Act {
      STATUS,
      START,
      STOP,
      RESTART,
      RECONFIGURE,
      PLAN,
      CONNECT
    }
  }
}
