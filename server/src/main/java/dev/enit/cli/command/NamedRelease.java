package dev.enit.cli.command;

import dev.enit.core.node.AskableRelease;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.ReleaseObstacle;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import dev.enit.core.workspace.Workspace;
import java.util.Optional;

/** The release that a command line names, as its files are at one moment. */
public record NamedRelease(Workspace workspace, ReleaseKey key, CommandContext shell) {

  /**
   * By the first argument, and {@code --match}.
   *
   * @throws UserError where there is none of that name
   */
  public static NamedRelease of(Arguments arguments, CommandContext shell) {
    Workspace workspace = shell.workspace(arguments).snapshot();
    return of(new ReleaseFinder(workspace, arguments, shell), workspace, arguments, shell);
  }

  /**
   * As {@link #of}, for a command that starts, changes or executes: a place that only the working
   * directory names must not be one that another user can change.
   *
   * @throws UserError where it is, or where there is no such release
   */
  public static NamedRelease toActOn(Arguments arguments, CommandContext shell) {
    Workspace workspace = shell.workspace(arguments).snapshot();
    return of(ReleaseFinder.strict(workspace, arguments, shell), workspace, arguments, shell);
  }

  private static NamedRelease of(
      ReleaseFinder finder, Workspace workspace, Arguments arguments, CommandContext shell) {
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
   * @throws UserError where a part cannot be read
   */
  public Release whole() {
    ReleaseObstacle.of(workspace, key)
        .ifPresent(
            obstacle -> {
              throw broken(obstacle, key, shell);
            });
    return release();
  }

  /**
   * What its files say, as far as its node can be asked by it. A warning says what is broken.
   *
   * @throws UserError where neither the files nor a process tell which node it is
   */
  public Release askable() {
    Optional<ReleaseObstacle> obstacle = ReleaseObstacle.of(workspace, key);
    if (obstacle.isEmpty()) {
      return release();
    }
    Release askable =
        AskableRelease.of(release(), NodeAccess.network(shell))
            .orElseThrow(() -> broken(obstacle.get(), key, shell));
    // Without a cookie the answer of the command says the same.
    if (askable.node().cookie().isPresent()) {
      String words = BrokenPart.of(obstacle.get(), shell).words();
      shell
          .err()
          .line(
              TerminalText.harmless("enit: " + Messages.text("cli.obstacle.rest", words, name())));
      shell.err().flush();
    }
    return askable;
  }

  /** What is broken in its files; empty where all of them can be read. */
  public Optional<BrokenPart> broken() {
    return ReleaseObstacle.of(workspace, key).map(obstacle -> BrokenPart.of(obstacle, shell));
  }

  /** Why a release cannot be read as a whole. */
  public static UserError broken(ReleaseObstacle obstacle, ReleaseKey key, CommandContext shell) {
    BrokenPart part = BrokenPart.of(obstacle, shell);
    return part.isUnreadable()
        ? UserError.saying(part.words())
        : UserError.of("cli.obstacle.mistake", part.words(), key.name());
  }

  /** Where an obstacle is: {@code FILE:LINE:COLUMN}, as far as it has a place. */
  public static String at(ReleaseObstacle obstacle, CommandContext shell) {
    String place =
        obstacle.position().map(at -> ":" + (at.line() + 1) + ":" + (at.column() + 1)).orElse("");
    return shell.shown(obstacle.path()) + place;
  }
}
