package dev.enit.cli;

import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.Obstacle;
import dev.enit.core.workspace.Workspace;

/** The release that a command line names, as its files are at one moment. */
public record NamedRelease(Workspace workspace, ReleaseKey key, Shell shell) {

  /**
   * By the first argument, and {@code --match}.
   *
   * @throws StatedError where there is none of that name
   */
  public static NamedRelease of(Arguments arguments, Shell shell) {
    Workspace workspace = shell.workspace(arguments).snapshot();
    ReleaseFinder finder = new ReleaseFinder(workspace, arguments, shell);
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

  /** Why a release cannot be read as a whole. */
  public static StatedError broken(Obstacle obstacle, ReleaseKey key, Shell shell) {
    return StatedError.of(
        "cli.config.obstacle", at(obstacle, shell), obstacle.reason(), key.name());
  }

  /** Where an obstacle is: {@code FILE:LINE:COLUMN}, as far as it has a place. */
  public static String at(Obstacle obstacle, Shell shell) {
    String place =
        obstacle.position().map(at -> ":" + (at.line() + 1) + ":" + (at.column() + 1)).orElse("");
    return shell.shown(obstacle.path()) + place;
  }
}
