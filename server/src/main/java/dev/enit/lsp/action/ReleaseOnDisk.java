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
 * A release as its files are on the disk now, read again: the files that the command line would
 * use.
 *
 * @param workspace the snapshot without open documents, with the settings of the client
 * @param environment the environment variables of this program, or those of a test
 * @param unsaved the names of its files with unsaved changes
 */
record ReleaseOnDisk(
    Workspace workspace,
    ReleaseKey key,
    LayerNames names,
    Network network,
    Map<String, String> environment,
    List<String> unsaved) {
  /** The time limit to probe the node. */
  private static final Duration TO_LOOK = Duration.ofSeconds(5);

  /**
   * Reads the release from the disk.
   *
   * @throws ActionRefused if its specification has not been saved, or if the workspace is not
   *     trusted
   */
  static ReleaseOnDisk read(ActionContext context) throws ActionRefused {
    WorkspaceHost host = context.session().host();
    Workspace open = host.snapshot();
    Workspace disk =
        new WorkspaceHost(
                context.session().configuration().explicit(), host.environment(), open.host())
            .snapshot();
    ReleaseKey key = context.key();
    // The user may take long to answer a question, and trust may be withdrawn by then.
    Optional<String> refusal = context.session().trust().refusal(disk, key, context.title());
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

  /**
   * Returns the tree of the host that the release belongs to: another tree may have a release with
   * this name.
   */
  Path tree() {
    return key.roots().prefix().orElse(key.roots().releaseDir());
  }

  String startQuestion() {
    return Messages.text("action.ask.START", name(), tree(), node());
  }

  /** Returns the time limit for its node to stop. */
  Duration stopTimeout() {
    return LaunchSettings.of(release().config()).stopTimeout();
  }

  NodeProbe probe() {
    return new NodeProbe(network, environment);
  }

  /** Probes the node and returns its status. */
  NodeStatus status(ActionContext context) {
    context.progress().say(Messages.text("action.looking", node()));
    NodeStatus status = probe().probe(release(), Deadline.in(TO_LOOK));
    context.cancellation().check();
    return status;
  }

  /**
   * Throws if the release has errors.
   *
   * @param words returns the headline above the list of errors
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

  /** Returns the warning that unsaved changes are ignored; empty if there are none. */
  Optional<String> warning() {
    return unsaved.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Messages.text(
                "action.unsaved",
                String.join(", ", unsaved.stream().map(n -> "`" + n + "`").toList())));
  }

  /** Asks the user for confirmation; the warning follows the question. */
  void confirm(ActionContext context, String question, ReleaseAction action) {
    String text = warning().map(warning -> question + " " + warning).orElse(question);
    context.confirm(text, "action.button." + action.name());
  }
}
