package dev.enit.core.report;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.Severity;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The first part of a release that cannot be read or parsed: half a configuration is a wrong one,
 * so the release as a whole is unknown.
 *
 * @param path the file or folder
 * @param position in it, where there is one
 * @param reason one line
 * @param isUnreadable whether it cannot be read at all
 */
public record ReleaseObstacle(
    Path path, Optional<Position> position, String reason, boolean isUnreadable) {

  /** Returns the first obstacle in the order in which files are read, or empty if there is none. */
  public static Optional<ReleaseObstacle> of(Workspace workspace, ReleaseKey key) {
    Release release = workspace.release(key);
    for (UnreadableFile closed : release.unreadable()) {
      return Optional.of(
          new ReleaseObstacle(closed.path(), Optional.empty(), closed.reason(), true));
    }
    for (Path path : release.files()) {
      Optional<SourceFile> broken =
          workspace
              .file(path)
              .map(file -> file.readAs(release.otp().syntax()))
              .filter(file -> !file.isReadable());
      if (broken.isPresent()) {
        return broken.map(file -> mistake(workspace, key, file));
      }
    }
    boolean isRelease =
        release
            .specification()
            .filter(s -> s.tuple() != null && s.tuple().elements().size() == 3)
            .isPresent();
    return isRelease
        ? Optional.empty()
        : Optional.of(
            new ReleaseObstacle(
                key.specification(),
                Optional.empty(),
                Messages.text("config.not-a-release"),
                false));
  }

  /** Returns the obstacle with the text of the file's first syntax diagnostic. */
  private static ReleaseObstacle mistake(Workspace workspace, ReleaseKey key, SourceFile file) {
    return Diagnostics.of(workspace, key).getOrDefault(file.path(), List.of()).stream()
        .filter(diagnostic -> diagnostic.code().severity() == Severity.ERROR)
        .filter(diagnostic -> diagnostic.code().id().startsWith("EN1"))
        .findFirst()
        .map(diagnostic -> at(file, diagnostic))
        .orElseGet(
            () ->
                new ReleaseObstacle(
                    file.path(), Optional.empty(), Messages.text("config.unparsable"), false));
  }

  private static ReleaseObstacle at(SourceFile file, Diagnostic diagnostic) {
    Position position = file.terms().lines().position(diagnostic.place().span().start());
    return new ReleaseObstacle(file.path(), Optional.of(position), diagnostic.message(), false);
  }
}
