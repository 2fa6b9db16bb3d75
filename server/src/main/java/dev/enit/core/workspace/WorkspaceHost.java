package dev.enit.core.workspace;

import dev.enit.core.live.LiveState;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.ReleaseReader;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.settings.SettingsFile;
import dev.enit.core.source.SourceFile;
import dev.enit.core.source.Sources;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The holder of the present snapshot: the only mutable state of the core. Changes come one at a
 * time; each makes a new snapshot and leaves earlier ones as they were.
 */
public final class WorkspaceHost {
  private final Map<String, String> environment;
  private Workspace present;
  private Settings explicit;

  /**
   * A workspace with nothing open.
   *
   * @param explicit settings that go before every other source
   * @param environment of the process
   */
  public WorkspaceHost(Settings explicit, Map<String, String> environment, HostFacts host) {
    this.environment = Map.copyOf(environment);
    this.explicit = explicit;
    this.present =
        new Workspace(
            Map.of(),
            new FileCache(Map.of()),
            new SettingsByFolder(explicit, this.environment),
            host,
            WorkspaceIndex.NOTHING,
            Map.of(),
            SnapshotCache.nothing());
  }

  /** The variables of the process, or what counts as them. */
  public Map<String, String> environment() {
    return environment;
  }

  public synchronized Workspace snapshot() {
    return present;
  }

  /** A document was opened, or replaced as a whole. */
  public synchronized Workspace open(Path path, int version, String text) {
    OtpSyntax syntax = syntax(path, present.scopes());
    return replace(path, SourceFile.open(path, TermParser.parse(text, syntax), version));
  }

  /**
   * An open document was changed.
   *
   * @param edits in their order, each in offsets of the text that the one before left
   */
  public synchronized Workspace change(Path path, int version, List<TextChange> edits) {
    SourceFile document = present.open().get(path);
    TermFile terms =
        document == null ? TermParser.parse("", syntax(path, present.scopes())) : document.terms();
    for (TextChange edit : edits) {
      terms = apply(terms, edit);
    }
    return replace(path, SourceFile.open(path, terms, version));
  }

  /** A document was closed: its file counts again. */
  public synchronized Workspace close(Path path) {
    Map<Path, SourceFile> open = new HashMap<>(present.open());
    open.remove(path);
    return next(
        open,
        present.disk().without(List.of(path), present.open()),
        present.scopes(),
        unaffected(path));
  }

  /** Files or folders were made, changed or removed on the disk. */
  public synchronized Workspace filesChanged(Collection<Path> paths) {
    boolean settings = paths.stream().anyMatch(path -> path.endsWith(SettingsFile.NAME));
    SettingsByFolder scopes =
        settings ? new SettingsByFolder(explicit, environment) : present.scopes();
    return next(
        present.open(),
        present.disk().without(paths, present.open()),
        scopes,
        SnapshotCache.nothing());
  }

  /** Everything that was read from the disk is read again when it is asked for. */
  public synchronized Workspace reload() {
    return next(
        present.open(),
        new FileCache(present.open()),
        new SettingsByFolder(explicit, environment),
        SnapshotCache.nothing());
  }

  /** The settings that go before every other source are these now. */
  public synchronized Workspace configure(Settings settings) {
    explicit = settings;
    return next(
        present.open(),
        present.disk(),
        new SettingsByFolder(settings, environment),
        SnapshotCache.nothing());
  }

  /**
   * Learns the node names of all releases of a directory, and what they set, from the disk. Reads
   * every one of them: not for the path of a keystroke.
   *
   * @param snapshot the one to read, so that no caller waits meanwhile
   */
  public Workspace learnNodeNames(Workspace snapshot, Roots roots) {
    WorkspaceIndex.Reading reading = new WorkspaceIndex.Reading();
    Sources disk = new SnapshotSources(Map.of(), snapshot.disk(), snapshot.scopes());
    for (ReleaseKey key : ReleaseFiles.releases(roots, disk)) {
      reading.add(read(snapshot, disk, key));
    }
    return learned(reading, roots);
  }

  /** Something is known of the node of a release now. */
  public synchronized Workspace live(ReleaseKey key, LiveState state) {
    Map<ReleaseKey, LiveState> live = new HashMap<>(present.live());
    if (state instanceof LiveState.Unknown) {
      live.remove(key);
    } else {
      live.put(key, state);
    }
    present =
        new Workspace(
            present.open(),
            present.disk(),
            present.scopes(),
            present.host(),
            present.learned(),
            live,
            present.remembered().withNews(key));
    return present;
  }

  /** A release as its files are on the disk at this moment, whatever an editor has open. */
  public Release saved(ReleaseKey key) {
    Workspace now = snapshot();
    return new Workspace(
            Map.of(),
            new FileCache(now.open()),
            now.scopes(),
            now.host(),
            WorkspaceIndex.NOTHING,
            Map.of(),
            SnapshotCache.nothing())
        .release(key);
  }

  /** A search of the folders of the workspace has found these release directories. */
  public synchronized Workspace releaseDirectories(Set<Path> found) {
    return learned(present.learned().withReleaseDirectories(found), present.remembered());
  }

  private synchronized Workspace learned(WorkspaceIndex.Reading reading, Roots roots) {
    return learned(reading.after(present.learned(), roots), present.remembered().withSameFiles());
  }

  private Workspace learned(WorkspaceIndex learned, SnapshotCache remembered) {
    present =
        new Workspace(
            present.open(),
            present.disk(),
            present.scopes(),
            present.host(),
            learned,
            present.live(),
            remembered);
    return present;
  }

  /** As it is on the disk: what editors have open is looked at when it is asked for. */
  private static Release read(Workspace snapshot, Sources disk, ReleaseKey key) {
    Release known = snapshot.remembered().releases().get(key);
    return known != null && known.files().stream().noneMatch(snapshot.open()::containsKey)
        ? known
        : ReleaseReader.read(
            key,
            disk,
            snapshot.otp(key.folder()),
            snapshot.secrets(key.folder()),
            snapshot.host().shortName());
  }

  private static TermFile apply(TermFile terms, TextChange edit) {
    int length = terms.text().length();
    int start = Math.min(edit.span().start(), length);
    int end = Math.min(edit.span().end(), length);
    String text =
        new StringBuilder(length + edit.text().length())
            .append(terms.text(), 0, start)
            .append(edit.text())
            .append(terms.text(), end, length)
            .toString();
    return TermParser.reparse(terms, new Span(start, end), text);
  }

  private Workspace replace(Path path, SourceFile document) {
    Map<Path, SourceFile> open = new HashMap<>(present.open());
    boolean isNew = open.put(path, document) == null;
    // Before it was open, the file may have been known otherwise, or not at all.
    return next(
        open, present.disk(), present.scopes(), isNew ? SnapshotCache.nothing() : unaffected(path));
  }

  /** What a change of one open file leaves as it is. */
  private SnapshotCache unaffected(Path path) {
    return present.remembered().without(present.releaseOf(path).stream().toList());
  }

  /** How the files beside a file are read. */
  private static OtpSyntax syntax(Path path, SettingsByFolder scopes) {
    return scopes.syntax(path.getParent() == null ? path : path.getParent());
  }

  /** The documents as the OTP reads them that the settings name now. */
  private static Map<Path, SourceFile> read(Map<Path, SourceFile> open, SettingsByFolder scopes) {
    Map<Path, SourceFile> read = new HashMap<>();
    open.forEach((path, document) -> read.put(path, document.readAs(syntax(path, scopes))));
    return read;
  }

  private Workspace next(
      Map<Path, SourceFile> open,
      FileCache disk,
      SettingsByFolder scopes,
      SnapshotCache remembered) {
    Map<Path, SourceFile> documents = scopes == present.scopes() ? open : read(open, scopes);
    present =
        new Workspace(
            documents, disk, scopes, present.host(), present.learned(), present.live(), remembered);
    return present;
  }
}
