package dev.enit.cli.check;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.FileSearch;
import dev.enit.cli.command.ReleaseFinder;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.settings.SettingsSources;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files and releases that the arguments of {@code check} name, each once, in their order. */
final class CheckTargets {
  /** A part of the work of {@code check}. */
  sealed interface CheckTarget {}

  /** A release with all of its files. */
  record WholeRelease(ReleaseKey key) implements CheckTarget {}

  /** One file; if it belongs to a release, that is read for it. */
  record OneFile(Path path) implements CheckTarget {}

  private final Workspace workspace;
  private final ReleaseFinder finder;
  private final CommandContext context;
  private final boolean match;
  private final Set<CheckTarget> targets = new LinkedHashSet<>();

  private CheckTargets(
      Workspace workspace, ReleaseFinder finder, CommandContext context, boolean match) {
    this.workspace = workspace;
    this.finder = finder;
    this.context = context;
    this.match = match;
  }

  static List<CheckTarget> of(Workspace workspace, Arguments arguments, CommandContext context) {
    ReleaseFinder finder = new ReleaseFinder(workspace, arguments, context);
    CheckTargets targets = new CheckTargets(workspace, finder, context, arguments.has("--match"));
    if (arguments.parameters().isEmpty()) {
      targets.addDefault();
    }
    arguments.parameters().forEach(targets::add);
    return targets.withoutRepetition();
  }

  /**
   * Adds the releases of the directory that is named; if none is, the files of the working
   * directory if it has releases or is under version control; else the releases of the host.
   */
  private void addDefault() {
    boolean here = !finder.isNamed() && (holdsReleases() || isUnderVersionControl());
    if (here) {
      addFolder(context.directory());
    } else {
      SettingsSources.nearest(context.directory())
          .ifPresent(file -> targets.add(new OneFile(file)));
      finder.all().forEach(key -> targets.add(new WholeRelease(key)));
    }
  }

  private boolean holdsReleases() {
    Path directory = context.directory();
    // The root of the host has its releases where they are by default.
    return directory.getNameCount() > 0
        && (Files.exists(directory.resolve(ReleaseKey.SPECIFICATION))
            || Files.isDirectory(directory.resolve("var/lib/enit"))
            || Files.isDirectory(directory.resolve("etc/enit")));
  }

  private boolean isUnderVersionControl() {
    for (Path at = context.directory(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git")) || Files.exists(at.resolve(".hg"))) {
        return true;
      }
    }
    return false;
  }

  private void add(String argument) {
    Path path = context.path(argument);
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (Files.exists(path)) {
      targets.add(new OneFile(path));
    } else {
      targets.add(new WholeRelease(finder.one(argument, match)));
    }
  }

  /** Adds the files and releases in a directory; either directory of a release stands for it. */
  private void addFolder(Path folder) {
    for (Path file : FileSearch.ours(folder, workspace, context)) {
      Optional<ReleaseKey> release = workspace.releaseOf(file);
      if (release.isPresent() && release.get().specification().equals(file)) {
        targets.add(new WholeRelease(release.get()));
      } else {
        targets.add(new OneFile(file));
      }
    }
  }

  /** Returns the targets without the files of releases that are targets themselves. */
  private List<CheckTarget> withoutRepetition() {
    return targets.stream().filter(target -> !isCovered(target)).toList();
  }

  private boolean isCovered(CheckTarget target) {
    return target instanceof OneFile(Path path)
        && workspace
            .releaseOf(path)
            .map(key -> targets.contains(new WholeRelease(key)))
            .orElse(false);
  }
}
