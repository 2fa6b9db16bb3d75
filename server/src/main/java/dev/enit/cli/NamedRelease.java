package dev.enit.cli;

import dev.enit.core.node.AskableRelease;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.Obstacle;
import dev.enit.core.text.Columns;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import java.util.Optional;

/** The release that a command line names, as its files are at one moment. */
public record NamedRelease(Workspace workspace, ReleaseKey key, Shell shell) {

  /**
   * By the first argument, and {@code --match}.
   *
   * @throws StatedError where there is none of that name
   */
  public static NamedRelease of(Arguments arguments, Shell shell) {
    Workspace workspace = shell.workspace(arguments).snapshot();
    return of(new ReleaseFinder(workspace, arguments, shell), workspace, arguments, shell);
  }

  /**
   * As {@link #of}, for a command that starts, changes or executes: a place that only the working
   * directory names must not be one that another user can change.
   *
   * @throws StatedError where it is, or where there is no such release
   */
  public static NamedRelease toActOn(Arguments arguments, Shell shell) {
    Workspace workspace = shell.workspace(arguments).snapshot();
    return of(ReleaseFinder.strict(workspace, arguments, shell), workspace, arguments, shell);
  }

  private static NamedRelease of(
      ReleaseFinder finder, Workspace workspace, Arguments arguments, Shell shell) {
    ReleaseKey key = finder.one(arguments.parameters().getFirst(), arguments.has("--match"));
    return new NamedRelease(workspace, key, shell);
  }

  public String name() {
    return key.name();
  }

  /** What its files say, as far as they can be read. */
  public Release release() {
    return workspace.release(key);
  }

  /**
   * What its files say, all of them: half a configuration is a wrong one.
   *
   * @throws StatedError where a part cannot be read
   */
  public Release whole() {
    Obstacle.of(workspace, key)
        .ifPresent(
            obstacle -> {
              throw broken(obstacle, key, shell);
            });
    return release();
  }

  /**
   * What its files say, as far as its node can be asked by it. A warning says what is broken.
   *
   * @throws StatedError where neither the files nor a process tell which node it is
   */
  public Release askable() {
    Optional<Obstacle> obstacle = Obstacle.of(workspace, key);
    if (obstacle.isEmpty()) {
      return release();
    }
    Release askable =
        AskableRelease.of(release(), RunningSide.network(shell))
            .orElseThrow(() -> broken(obstacle.get(), key, shell));
    // Without a cookie the answer of the command says the same.
    if (askable.node().cookie().isPresent()) {
      String words = BrokenPart.of(obstacle.get(), shell).words();
      shell
          .err()
          .line(Columns.harmless("enit: " + Messages.text("cli.obstacle.rest", words, name())));
      shell.err().flush();
    }
    return askable;
  }

  /** What is broken in its files; empty where all of them can be read. */
  public Optional<BrokenPart> broken() {
    return Obstacle.of(workspace, key).map(obstacle -> BrokenPart.of(obstacle, shell));
  }

  /** Why a release cannot be read as a whole. */
  public static StatedError broken(Obstacle obstacle, ReleaseKey key, Shell shell) {
    BrokenPart part = BrokenPart.of(obstacle, shell);
    return part.isUnreadable()
        ? StatedError.saying(part.words())
        : StatedError.of("cli.obstacle.mistake", part.words(), key.name());
  }

  /** Where an obstacle is: {@code FILE:LINE:COLUMN}, as far as it has a place. */
  public static String at(Obstacle obstacle, Shell shell) {
    String place =
        obstacle.position().map(at -> ":" + (at.line() + 1) + ":" + (at.column() + 1)).orElse("");
    return shell.shown(obstacle.path()) + place;
  }
}
