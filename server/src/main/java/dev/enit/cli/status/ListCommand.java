package dev.enit.cli.status;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.InterruptMessage;
import dev.enit.cli.command.NamedRelease;
import dev.enit.cli.command.NamedRelease.BrokenPart;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.command.OrphanNode;
import dev.enit.cli.command.ReleaseFinder;
import dev.enit.cli.command.UserError;
import dev.enit.cli.terminal.JsonOutput;
import dev.enit.core.node.AskableRelease;
import dev.enit.core.node.NodeInspection;
import dev.enit.core.node.NodeProbe;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code enit list}: every release and the state of its node. */
public final class ListCommand implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A release in the list. */
  sealed interface ListedRelease {
    String name();

    /** Returns the broken part of its files, or empty if all of them can be read. */
    Optional<BrokenPart> broken();

    /** A release whose node can be asked. */
    record Asked(Release release, NodeInspection look, Optional<BrokenPart> broken)
        implements ListedRelease {
      @Override
      public String name() {
        return release.name();
      }
    }

    /**
     * A release whose files do not say which node it has.
     *
     * @param part what is broken in its files
     */
    record Unknown(String name, BrokenPart part) implements ListedRelease {
      @Override
      public Optional<BrokenPart> broken() {
        return Optional.of(part);
      }
    }
  }

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("list")
        .option("FORMAT", "--format")
        .option("SECONDS", "--timeout");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    Format format = arguments.choice("--format", Format.class);
    Duration patience = NodeAccess.patience(arguments, PATIENCE);
    Workspace workspace = context.workspace(arguments).snapshot();
    ReleaseFinder finder = new ReleaseFinder(workspace, arguments, context);
    List<ListedRelease> releases;
    try (InterruptMessage _ = InterruptMessage.of(context, "cli.interrupted")) {
      releases = all(finder.all(), workspace, context, Deadline.in(patience));
    }
    switch (format) {
      case TEXT -> text(releases, finder.roots().releaseDir(), context);
      case JSON -> JsonOutput.print(JsonStatus.list(releases), context.out());
    }
    noteStrayNodes(releases, finder.roots().releaseDir(), context);
    return releases.stream().anyMatch(listed -> listed.broken().isPresent())
        ? ExitStatus.ERROR
        : ExitStatus.DONE;
  }

  /** Prints the nodes that run although the files of their releases are gone. */
  private static void noteStrayNodes(
      List<ListedRelease> releases, Path directory, CommandContext context) {
    List<String> names = releases.stream().map(ListedRelease::name).toList();
    List<OrphanNode> strays =
        OrphanNode.all(directory).filter(stray -> !names.contains(stray.release())).toList();
    context.out().flush();
    strays.forEach(stray -> context.err().line("enit: " + stray.message(directory, context)));
    context.err().flush();
  }

  private static void text(List<ListedRelease> releases, Path folder, CommandContext context) {
    if (releases.isEmpty() && !Files.isDirectory(folder)) {
      throw UserError.of("cli.list.no-directory", context.shown(folder));
    }
    if (releases.isEmpty()) {
      context.err().line("enit: " + Messages.text("cli.list.none", context.shown(folder)));
      context.err().flush();
    }
    TextList.lines(releases).forEach(context.out()::line);
  }

  /** Asks all nodes at the same time, so that no release waits for the node of another. */
  private static List<ListedRelease> all(
      List<ReleaseKey> keys, Workspace workspace, CommandContext context, Deadline deadline) {
    NodeProbe probe = NodeAccess.probe(context);
    ModuleDigests digests = new ModuleDigests();
    List<Callable<ListedRelease>> questions = new ArrayList<>();
    for (ReleaseKey key : keys) {
      questions.add(() -> one(key, workspace, context, probe, digests, deadline));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<ListedRelease> answers = new ArrayList<>();
      for (Future<ListedRelease> answer : threads.invokeAll(questions)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static ListedRelease one(
      ReleaseKey key,
      Workspace workspace,
      CommandContext context,
      NodeProbe probe,
      ModuleDigests digests,
      Deadline deadline) {
    Release release = workspace.release(key);
    Optional<BrokenPart> broken = new NamedRelease(workspace, key, context).broken();
    Optional<Release> askable =
        broken.isEmpty()
            ? Optional.of(release)
            : AskableRelease.of(release, NodeAccess.network(context));
    return askable
        .<ListedRelease>map(
            known ->
                new ListedRelease.Asked(
                    known, NodeInspection.of(known, probe, digests, deadline), broken))
        .orElseGet(() -> new ListedRelease.Unknown(key.name(), broken.orElseThrow()));
  }
}
