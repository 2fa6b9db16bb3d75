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
public record NamedRelease(Workspace workspace, ReleaseKey key, CommandContext context) {

  /**
   * The first part of a release's files that cannot be read, for a command that goes on without it.
   *
   * @param words one line, with the place
   * @param isUnreadable whether a file or directory cannot be read at all
   */
  public record BrokenPart(String words, boolean isUnreadable) {
    static BrokenPart of(ReleaseObstacle obstacle, CommandContext context) {
      String place =
          obstacle.position().map(p -> ":" + (p.line() + 1) + ":" + (p.column() + 1)).orElse("");
      String at = context.shown(obstacle.path()) + place;
      return new BrokenPart(
          obstacle.isUnreadable()
              ? Messages.text("cli.obstacle.unreadable", at, obstacle.reason())
              : at + ": " + obstacle.reason(),
          obstacle.isUnreadable());
    }
  }

  /**
   * Returns the release that the first argument names, with respect to {@code --match}.
   *
   * @throws UserError where there is none of that name
   */
  public static NamedRelease of(Arguments arguments, CommandContext context) {
    Workspace workspace = context.workspace(arguments).snapshot();
    return of(new ReleaseFinder(workspace, arguments, context), workspace, arguments, context);
  }

  /**
   * Returns the same for a command that starts, changes or executes: a directory that only the
   * working directory names must not be one that another user can change.
   *
   * @throws UserError where it is, or where there is no such release
   */
  public static NamedRelease toActOn(Arguments arguments, CommandContext context) {
    Workspace workspace = context.workspace(arguments).snapshot();
    return of(ReleaseFinder.strict(workspace, arguments, context), workspace, arguments, context);
  }

  private static NamedRelease of(
      ReleaseFinder finder, Workspace workspace, Arguments arguments, CommandContext context) {
    ReleaseKey key = finder.one(arguments.parameters().getFirst(), arguments.has("--match"));
    return new NamedRelease(workspace, key, context);
  }

  public String name() {
    return key.name();
  }

  /** Returns the release by its files, as far as they can be read. */
  public Release release() {
    return workspace.release(key);
  }

  /**
   * Returns the release by all of its files: half a configuration is a wrong one.
   *
   * @throws UserError where a part cannot be read
   */
  public Release whole() {
    ReleaseObstacle.of(workspace, key)
        .ifPresent(
            obstacle -> {
              throw broken(obstacle, key, context);
            });
    return release();
  }

  /**
   * Returns the release as far as its node can be asked, with a warning about broken files.
   *
   * @throws UserError where neither the files nor a process tell which node it is
   */
  public Release askable() {
    Optional<ReleaseObstacle> obstacle = ReleaseObstacle.of(workspace, key);
    if (obstacle.isEmpty()) {
      return release();
    }
    Release askable =
        AskableRelease.of(release(), NodeAccess.network(context))
            .orElseThrow(() -> broken(obstacle.get(), key, context));
    // Without a cookie the answer of the command says the same.
    if (askable.node().cookie().isPresent()) {
      String words = BrokenPart.of(obstacle.get(), context).words();
      context
          .err()
          .line(
              TerminalText.harmless("enit: " + Messages.text("cli.obstacle.rest", words, name())));
      context.err().flush();
    }
    return askable;
  }

  /** Returns the broken part of its files, or empty if all of them can be read. */
  public Optional<BrokenPart> broken() {
    return ReleaseObstacle.of(workspace, key).map(obstacle -> BrokenPart.of(obstacle, context));
  }

  /** Returns the error for a release that cannot be read as a whole. */
  public static UserError broken(ReleaseObstacle obstacle, ReleaseKey key, CommandContext context) {
    BrokenPart part = BrokenPart.of(obstacle, context);
    return part.isUnreadable()
        ? UserError.saying(part.words())
        : UserError.of("cli.obstacle.mistake", part.words(), key.name());
  }
}
