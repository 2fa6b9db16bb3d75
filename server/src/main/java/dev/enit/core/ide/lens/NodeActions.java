package dev.enit.core.ide.lens;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.Setting;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.ide.lens.Lenses.Lens.Act;
import dev.enit.core.live.LiveState;
import dev.enit.core.live.NodeSummary;
import dev.enit.core.node.KeyDifference;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The actions on the node, for a range of a text; for clients that show no lenses as well. */
public final class NodeActions {
  private final Workspace workspace;
  private final Path path;
  private final Span range;
  private final List<NodeAction> actions = new ArrayList<>();

  private NodeActions(Workspace workspace, Path path, Span range) {
    this.workspace = workspace;
    this.path = path;
    this.range = range;
  }

  /** Those for the diagnostics first; none for a file that belongs to no release. */
  public static List<NodeAction> at(Workspace workspace, Path path, Span range) {
    NodeActions at = new NodeActions(workspace, path, range);
    workspace.releaseOf(path).ifPresent(at::add);
    return at.actions;
  }

  private void add(ReleaseKey key) {
    String node = workspace.release(key).node().nodename();
    for (Diagnostic diagnostic : Diagnostics.ofNode(workspace, key).getOrDefault(path, List.of())) {
      if (touches(diagnostic.place().span())) {
        actions.add(fix(diagnostic, node));
      }
    }
    workspace.diff(key).filter(this::isPending).ifPresent(diff -> actions.add(pending(diff)));
    if (path.equals(key.specification())) {
      Lenses.span(workspace.release(key)).filter(this::touchesLine).ifPresent(_ -> all(key, node));
    }
  }

  private static NodeAction fix(Diagnostic diagnostic, String node) {
    return diagnostic.code() == DiagnosticCode.DRIFT
        ? new NodeAction(
            Messages.text("action.node.force", node),
            Act.RECONFIGURE,
            Optional.of(diagnostic),
            true,
            false)
        : new NodeAction(
            Messages.text("action.node.RESTART", node),
            Act.RESTART,
            Optional.of(diagnostic),
            false,
            false);
  }

  /** Returns whether a setting in the range is one that the node does not have yet. */
  private boolean isPending(ReleaseDiff diff) {
    return diff.pending().stream()
        .filter(KeyDifference::isSettable)
        .flatMap(difference -> difference.source().stream())
        .filter(setting -> setting.layer().path().equals(path))
        .map(Setting::span)
        .anyMatch(this::touches);
  }

  private static NodeAction pending(ReleaseDiff diff) {
    String node = diff.running().node();
    return new NodeAction(
        Messages.text(
            "action.node.pending",
            node,
            diff.pending().stream().filter(KeyDifference::isSettable).count()),
        Act.RECONFIGURE,
        Optional.empty(),
        false,
        true);
  }

  private void all(ReleaseKey key, String node) {
    LiveState live = workspace.live(key);
    NodeSummary line = NodeSummary.of(live, workspace.diff(key), Instant.now());
    for (Act act : Lenses.actions(live, line)) {
      String title = Messages.text("action.node." + act, node);
      if (actions.stream().noneMatch(action -> action.title().equals(title))) {
        actions.add(new NodeAction(title, act, Optional.empty(), false, false));
      }
    }
  }

  private boolean touches(Span span) {
    return range.start() <= span.end() && span.start() <= range.end();
  }

  /** The first line of a term stands for it. */
  private boolean touchesLine(Span span) {
    TermFile terms = workspace.file(path).orElseThrow().terms();
    int line = terms.lines().line(span.start());
    return terms.lines().line(range.start()) <= line && line <= terms.lines().line(range.end());
  }

  /**
   * A command on the node, offered where it is of use in a text.
   *
   * @param diagnostic the diagnostic that it mends
   * @param isForced whether values that something else changed are set back
   * @param isPending whether it is for settings that the node does not have yet
   */
  public record NodeAction(
      String title, Act act, Optional<Diagnostic> diagnostic, boolean isForced, boolean isPending) {

    /** Returns whether it brings text and node together, where they differ. */
    public boolean isMending() {
      return diagnostic.isPresent() || isPending;
    }
  }
}
