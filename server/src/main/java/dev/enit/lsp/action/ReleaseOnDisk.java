package dev.enit.lsp.action;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.node.NodeProbe;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.Network;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.ErrorLines;
import dev.enit.core.report.LayerNames;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.session.ActionContext;
import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.ActionResult.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A release as its files are on the disk now, read anew, which is what the command line would go
 * by.
 *
 * @param workspace the disk alone, with the settings of the client
 * @param environment of this program, or what shall count as that
 * @param unsaved files of it that the editor has otherwise, by name
 */
record ReleaseOnDisk(
    Workspace workspace,
    ReleaseKey key,
    LayerNames names,
    Network network,
    Map<String, String> environment,
    List<String> unsaved) {
  /** To find out how its node is. */
  private static final Duration TO_LOOK = Duration.ofSeconds(5);

  /**
   * Reads it.
   *
   * @throws ActionRefused if nothing of it has been saved, or if it may not be acted on
   */
  static ReleaseOnDisk read(ActionContext doing) throws ActionRefused {
    WorkspaceHost host = doing.session().host();
    Workspace open = host.snapshot();
    Workspace disk =
        new WorkspaceHost(
                doing.session().configuration().explicit(), host.environment(), open.host())
            .snapshot();
    ReleaseKey key = doing.key();
    // The user may think about a question for long, and trust may be gone by then.
    Optional<String> refusal = doing.session().trust().refusal(disk, key, doing.title());
    if (refusal.isPresent()) {
      throw ActionRefused.because(refusal.get());
    }
    if (disk.source(key.specification()).isEmpty()) {
      throw ActionRefused.because(Messages.text("action.no-file", key.specification()));
    }
    LayerNames names = new LayerNames(open.release(key).layers());
    return new ReleaseOnDisk(
        disk,
        key,
        names,
        Network.of(open.host().shortName(), host.environment()),
        host.environment(),
        unsaved(open, disk, key).stream().map(names).toList());
  }

  private static List<Path> unsaved(Workspace open, Workspace disk, ReleaseKey key) {
    List<Path> unsaved = new ArrayList<>(open.filesOf(key));
    unsaved.removeIf(
        path -> !open.openFiles().contains(path) || text(open, path).equals(text(disk, path)));
    return unsaved;
  }

  private static Optional<String> text(Workspace workspace, Path path) {
    return workspace.file(path).map(SourceFile::text);
  }

  Release release() {
    return workspace.release(key);
  }

  String name() {
    return key.name();
  }

  String node() {
    return release().node().nodename();
  }

  /** The tree of the host that it belongs to: another one may have a release of this name. */
  Path tree() {
    return key.roots().prefix().orElse(key.roots().releaseDir());
  }

  String startQuestion() {
    return Messages.text("action.ask.START", name(), tree(), node());
  }

  /** How long its node may take to stop. */
  Duration stopTimeout() {
    return LaunchSettings.of(release().config()).stopTimeout();
  }

  NodeProbe probe() {
    return new NodeProbe(network, environment);
  }

  /** How its node is at this moment. */
  NodeStatus status(ActionContext doing) {
    doing.progress().say(Messages.text("action.looking", node()));
    NodeStatus status = probe().probe(release(), Deadline.in(TO_LOOK));
    doing.cancellation().check();
    return status;
  }

  /**
   * Goes no further where it has errors.
   *
   * @param words what to say of them, above their list
   */
  void refuseErrors(Function<List<Diagnostic>, String> words) throws ActionRefused {
    List<Diagnostic> errors = ErrorLines.errors(workspace, key);
    if (!errors.isEmpty()) {
      String headline = words.apply(errors);
      List<String> lines = new ArrayList<>(ErrorLines.of(workspace, errors, names));
      warning().ifPresent(lines::add);
      throw ActionRefused.as(ActionResult.of(Outcome.REFUSED, headline).with(lines));
    }
  }

  /** That some of what the editor shows does not count; empty where all of it does. */
  Optional<String> warning() {
    return unsaved.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Messages.text(
                "action.unsaved",
                String.join(", ", unsaved.stream().map(n -> "`" + n + "`").toList())));
  }

  /** Asks a question, with the warning behind it. */
  void confirm(ActionContext doing, String question, ReleaseAction action) {
    String text = warning().map(warning -> question + " " + warning).orElse(question);
    doing.confirm(text, "action.button." + action.name());
  }
}
