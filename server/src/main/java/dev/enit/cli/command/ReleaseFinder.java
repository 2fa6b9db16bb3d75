package dev.enit.cli.command;

import dev.enit.core.host.FileAccess;
import dev.enit.core.posix.ProcessIdentity;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.Settings;
import dev.enit.core.settings.SettingsSources;
import dev.enit.core.text.NearestName;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The lookup of releases that a command line names or gives a path of. */
public final class ReleaseFinder {
  private static final Path TREE = Path.of("var/lib/enit");

  private final Workspace workspace;
  private final CommandContext context;
  private final Settings named;
  private final Optional<SafePlaces> safe;

  /** For the working directory. Root uses nothing there that another user can change. */
  public ReleaseFinder(Workspace workspace, Arguments arguments, CommandContext context) {
    this(workspace, arguments, context, ProcessIdentity.caller() == 0);
  }

  /** For the working directory, strictly or not: a command that runs something is strict. */
  private ReleaseFinder(
      Workspace workspace, Arguments arguments, CommandContext context, boolean isStrict) {
    this.workspace = workspace;
    this.context = context;
    this.safe = isStrict ? Optional.of(new SafePlaces(arguments, context)) : Optional.empty();
    safe.ifPresent(places -> places.checkSettings(context.directory()));
    Settings explicit = GlobalOptions.settings(arguments, context);
    this.named =
        SettingsSources.of(explicit, context.environment())
            .explicit()
            .orElse(
                SettingsSources.nearest(context.directory())
                    .map(file -> workspace.settings(context.directory()))
                    .orElse(Settings.NONE));
  }

  /**
   * Returns a finder for a command that starts, changes or executes: no user uses anything in the
   * working directory that another one can change.
   */
  static ReleaseFinder strict(Workspace workspace, Arguments arguments, CommandContext context) {
    return new ReleaseFinder(workspace, arguments, context, true);
  }

  /** Returns whether an option, a variable or an enit.config here names the release directory. */
  public boolean isNamed() {
    return named.releaseDir().isPresent();
  }

  /** Returns the directories in which releases are looked up by name. */
  public Roots roots() {
    Settings settings = workspace.settings(context.directory());
    Path tree = context.directory().resolve(TREE);
    if (isNamed() || !Files.isDirectory(tree)) {
      return ReleaseFiles.roots(settings);
    }
    // At the top of a copy of a host, that host is meant.
    Roots roots = Roots.impliedByReleaseDir(tree).orElseThrow();
    safe.ifPresent(
        places -> {
          places.checkDirectory(roots.releaseDir());
          roots.configDir().ifPresent(places::checkDirectory);
        });
    return roots;
  }

  /**
   * Returns all releases, sorted by name.
   *
   * @throws UserError where the release directory cannot be read
   */
  public List<ReleaseKey> all() {
    Roots roots = roots();
    workspace
        .sources()
        .closed(roots.releaseDir())
        .ifPresent(
            closed -> {
              throw UserError.of(
                  "cli.obstacle.unreadable", context.shown(closed.path()), closed.reason());
            });
    return ReleaseFiles.releases(roots, workspace.sources());
  }

  /**
   * Returns the release that an argument names: a path if it has a slash or the extension of a
   * file, else a name.
   *
   * @param match whether a part of a name is enough where no release has it as a whole
   */
  public ReleaseKey one(String argument, boolean match) {
    return isPath(argument) ? atPath(argument) : byName(argument, match);
  }

  private static boolean isPath(String argument) {
    return argument.contains("/")
        || argument.equals(".")
        || argument.equals("..")
        || argument.endsWith(".config")
        || argument.endsWith(".enit");
  }

  private ReleaseKey atPath(String argument) {
    Path path = context.path(argument);
    if (!Files.exists(path)) {
      throw FileAccess.barrier(path)
          .map(reason -> UserError.of("cli.obstacle.unreadable", argument, reason))
          .orElseGet(() -> UserError.of("cli.error.no-path", argument));
    }
    // Its directory is named here; the settings that hold for it are not.
    safe.ifPresent(places -> places.checkSettings(path));
    return (Files.isDirectory(path) ? ofFolder(path) : workspace.releaseOf(path))
        .orElseThrow(() -> UserError.of("cli.error.not-of-a-release", argument));
  }

  /** Returns the release that has a directory on either side. */
  public Optional<ReleaseKey> ofFolder(Path folder) {
    return workspace
        .releaseOf(folder.resolve(ReleaseKey.SPECIFICATION))
        .filter(key -> workspace.source(key.specification()).isPresent())
        .or(() -> workspace.releaseOf(folder.resolve("any.config")));
  }

  private ReleaseKey byName(String name, boolean match) {
    Roots roots = roots();
    safe.ifPresent(places -> places.checkSettings(roots.releaseDir()));
    List<String> names = all().stream().map(ReleaseKey::name).toList();
    if (names.contains(name)) {
      return new ReleaseKey(roots, name);
    }
    return names.stream()
        .filter(other -> match && other.contains(name))
        .findFirst()
        .map(other -> new ReleaseKey(roots, other))
        .orElseThrow(() -> unknown(name, names, roots));
  }

  private UserError unknown(String name, List<String> names, Roots roots) {
    Optional<OrphanNode> stray = OrphanNode.of(name, roots.releaseDir());
    if (stray.isPresent()) {
      return UserError.saying(stray.get().message(roots.releaseDir(), context));
    }
    String directory = context.shown(roots.releaseDir());
    if (!Files.isDirectory(roots.releaseDir())) {
      return UserError.of("cli.error.no-release.no-directory", name, directory);
    }
    List<String> near = NearestName.some(name, names);
    return near.isEmpty()
        ? UserError.of("cli.error.no-release", name, directory)
        : UserError.of("cli.error.no-release.near", name, directory, String.join("`, `", near));
  }
}
