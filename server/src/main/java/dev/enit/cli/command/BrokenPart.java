package dev.enit.cli.command;

import dev.enit.core.report.ReleaseObstacle;
import dev.enit.core.text.Messages;

/**
 * What cannot be read of the files of a release, for a command that goes on without it.
 *
 * @param words one line, with the place
 * @param isUnreadable whether a file or folder cannot be read at all
 */
public record BrokenPart(String words, boolean isUnreadable) {

  static BrokenPart of(ReleaseObstacle obstacle, CommandContext context) {
    String at = NamedRelease.at(obstacle, context);
    return new BrokenPart(
        obstacle.isUnreadable()
            ? Messages.text("cli.obstacle.unreadable", at, obstacle.reason())
            : at + ": " + obstacle.reason(),
        obstacle.isUnreadable());
  }
}
