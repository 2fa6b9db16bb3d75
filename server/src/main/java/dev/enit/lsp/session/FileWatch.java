package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.Settings;
import dev.enit.core.settings.SettingsFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.lsp.convert.Uris;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RelativePattern;
import org.eclipse.lsp4j.Unregistration;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The watch for files that change on the disk: by the client, or by {@link DiskPoll} where the
 * client does not watch.
 */
public final class FileWatch implements SessionListener {
  private static final String METHOD = "workspace/didChangeWatchedFiles";
  private static final String ID = "enit-files";
  private static final List<String> INSIDE =
      List.of("**/release.enit", "**/*.config", "**/ebin/*.app");

  private final SessionContext context;
  private final ReleaseDirectories directories;
  private final DiskPoll poll;
  private Set<Path> elsewhere = Set.of();
  private boolean registered;

  FileWatch(SessionContext context, ReleaseDirectories directories) {
    this.context = context;
    this.directories = directories;
    this.poll = new DiskPoll(context, this::changed);
  }

  void start() {
    if (context.client().watchesFiles()) {
      register();
    }
    if (!context.client().watchesFiles() || !context.client().watchesElsewhere()) {
      poll.start();
    }
  }

  /** Registers the watchers again: changed settings name other directories. */
  @Override
  public void settingsChanged() {
    if (registered && !folders().equals(elsewhere)) {
      Unregistration old = new Unregistration(ID, METHOD);
      context
          .connection()
          .ask(
              "client/unregisterCapability",
              new UnregistrationParams(List.of(old)),
              context.log()::refused);
      register();
    }
  }

  /** Polls the disk: a document was opened or saved. */
  public void look() {
    poll.look();
    directories.look();
  }

  /** Handles files that were changed, created or deleted on the disk. */
  public void changed(Collection<Path> paths) {
    if (paths.stream().anyMatch(path -> path.toString().endsWith(".app"))) {
      context.host().reload();
    } else {
      context.host().filesChanged(paths);
    }
    context.events().filesChanged(paths);
    if (paths.stream().anyMatch(path -> path.endsWith(SettingsFile.NAME))) {
      settingsChanged();
    }
    context.events().workspaceChanged(null);
  }

  private void register() {
    List<FileSystemWatcher> watchers = new ArrayList<>();
    for (String glob : INSIDE) {
      watchers.add(new FileSystemWatcher(Either.forLeft(glob)));
    }
    elsewhere = folders();
    if (context.client().watchesElsewhere()) {
      for (Path folder : elsewhere) {
        for (String glob : INSIDE) {
          watchers.add(
              new FileSystemWatcher(
                  Either.forRight(new RelativePattern(Either.forRight(Uris.uri(folder)), glob))));
        }
      }
    }
    registered = true;
    Registration watch =
        new Registration(ID, METHOD, new DidChangeWatchedFilesRegistrationOptions(watchers));
    context
        .connection()
        .ask(
            "client/registerCapability",
            new RegistrationParams(List.of(watch)),
            context.log()::refused);
  }

  /** Returns the directories of the settings that are outside the workspace. */
  private Set<Path> folders() {
    Workspace workspace = context.host().snapshot();
    List<Path> bases =
        context.folders().isEmpty() ? List.of(Path.of("/")) : List.copyOf(context.folders());
    Set<Path> folders = new LinkedHashSet<>();
    for (Path base : bases) {
      Settings settings = workspace.settings(base);
      Roots roots = ReleaseFiles.roots(settings);
      folders.add(roots.releaseDir());
      roots.configDir().ifPresent(folders::add);
      folders.addAll(settings.libDirs());
    }
    folders.removeIf(folder -> context.folders().stream().anyMatch(folder::startsWith));
    return folders;
  }
}
