package dev.enit.core.workspace;

import dev.enit.core.config.SecretKeys;
import dev.enit.core.config.SettingsInUse;
import dev.enit.core.host.WriteAccess.Unsafe;
import dev.enit.core.live.LiveState;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.ReleaseReader;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.source.Source;
import dev.enit.core.source.SourceFile;
import dev.enit.core.source.Sources;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A snapshot of the workspace, immutable to its callers. Answers are computed on demand and
 * remembered; a later snapshot takes over what its change left valid. May be asked from any thread.
 */
public final class Workspace {
  private static final LiveState UNKNOWN = new LiveState.Unknown();

  private final Map<Path, SourceFile> open;
  private final SnapshotSources sources;
  private final SettingsByFolder scopes;
  private final HostFacts host;
  private final WorkspaceIndex learned;
  private final Map<ReleaseKey, LiveState> live;
  private final SnapshotCache remembered;

  Workspace(
      Map<Path, SourceFile> open,
      FileCache disk,
      SettingsByFolder scopes,
      HostFacts host,
      WorkspaceIndex learned,
      Map<ReleaseKey, LiveState> live,
      SnapshotCache remembered) {
    // In an order that does not depend on chance: answers follow it.
    this.open = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(open)));
    this.sources = new SnapshotSources(this.open, disk, scopes);
    this.scopes = scopes;
    this.host = host;
    this.learned = learned;
    this.live = Map.copyOf(live);
    this.remembered = remembered;
  }

  /** The files that an editor has open, by path. */
  public Set<Path> openFiles() {
    return open.keySet();
  }

  /**
   * A file as the editor has it, else as it is on the disk; nothing where it is absent or cannot be
   * read.
   */
  public Optional<SourceFile> file(Path path) {
    return sources.readable(path);
  }

  /** A file, readable or not; nothing where it is absent. */
  public Optional<Source> source(Path path) {
    return sources.source(path);
  }

  public Sources sources() {
    return sources;
  }

  public HostFacts host() {
    return host;
  }

  /** The settings that hold for the files of a folder. */
  public Settings settings(Path folder) {
    return scopes.at(folder);
  }

  /** The settings file that governs a folder: its own or that of the nearest folder above. */
  public Optional<Path> settingsFile(Path folder) {
    return scopes.file(folder);
  }

  /**
   * Returns what makes a settings file unsafe that decides what a release runs: a file or directory
   * that another user can change. Checked again each time, as a chmod changes no file.
   */
  public Optional<Unsafe> unsafeSettings(ReleaseKey key) {
    return scopes
        .unsafe(key.folder(), host.writeAccess())
        .or(() -> scopes.unsafe(key.roots().releaseDir(), host.writeAccess()));
  }

  /** Returns the rule for secrets in the files of a folder. */
  public SecretKeys secrets(Path folder) {
    return new SecretKeys(settings(folder).secrets());
  }

  /** Returns the rule for secrets in a file. */
  public SecretKeys secretsOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? SecretKeys.COMMON : secrets(folder);
  }

  /** What is installed for the files of a folder. */
  public OtpIndex otp(Path folder) {
    return scopes.otp(scopes.at(folder));
  }

  /** The release that a file belongs to; nothing for a file that stands alone. */
  public Optional<ReleaseKey> releaseOf(Path file) {
    Path folder = file.getParent();
    return folder == null
        ? Optional.empty()
        : ReleaseFiles.releaseOf(file, scopes.at(folder), sources);
  }

  public Release release(ReleaseKey key) {
    return remembered
        .releases()
        .get(
            key,
            k ->
                ReleaseReader.read(
                    k, sources, otp(k.folder()), secrets(k.folder()), host.shortName()));
  }

  /** The files that a release is made of, its specification first. */
  public List<Path> filesOf(ReleaseKey key) {
    return ReleaseFiles.all(key, sources);
  }

  /**
   * Other releases of the same directories whose node has the same name, as far as they are known.
   */
  public Set<ReleaseKey> releasesWithNodeOf(Release release) {
    String name = release.node().nodename();
    Set<ReleaseKey> others = learned.nodeNames().others(release.key(), name);
    open.keySet().forEach(path -> releaseOf(path).ifPresent(others::add));
    // What was learned may be older than what stands in the files now.
    others.removeIf(
        key ->
            key.equals(release.key())
                || !key.roots().equals(release.key().roots())
                || !release(key).node().nodename().equals(name));
    return others;
  }

  /**
   * What the releases of a host set, as far as they are known: those of the disk, not of editors.
   */
  public SettingsInUse settingsInUse(Roots roots) {
    return learned.settings().getOrDefault(roots, SettingsInUse.NONE);
  }

  /** The release directories that a search of the folders of the workspace has found. */
  public Set<Path> releaseDirectories() {
    return learned.releaseDirectories();
  }

  /** What is known of the node of a release. */
  public LiveState live(ReleaseKey key) {
    return live.getOrDefault(key, UNKNOWN);
  }

  /**
   * How a release, with what is not saved yet, differs from its node; empty where that is unknown.
   */
  public Optional<ReleaseDiff> diff(ReleaseKey key) {
    return remembered.diffs().get(key, k -> live(k).diff(release(k)));
  }

  /**
   * Returns an answer about a release that this snapshot or an earlier one has worked out, and
   * works it out where there is none. What makes it must not ask for the same answer.
   */
  public <V> V remembered(Memo<V> memo, ReleaseKey key, Function<ReleaseKey, V> make) {
    Map<Memo<?>, Object> answers = remembered.answers(memo, key);
    return memo.cast(answers.computeIfAbsent(memo, _ -> make.apply(key)));
  }

  /** Returns the documents that an editor has open. */
  public Collection<SourceFile> openDocuments() {
    return open.values();
  }

  FileCache disk() {
    return sources.disk();
  }

  Map<Path, SourceFile> open() {
    return open;
  }

  SettingsByFolder scopes() {
    return scopes;
  }

  WorkspaceIndex learned() {
    return learned;
  }

  Map<ReleaseKey, LiveState> live() {
    return live;
  }

  SnapshotCache remembered() {
    return remembered;
  }

  /**
   * A key for a kind of result about a release that snapshots cache. It lets packages above this
   * one keep what they worked out of a snapshot, for as long as it holds.
   *
   * @param <V> the type of the answer
   */
  public static final class Memo<V> {
    private final boolean isOfNode;

    private Memo(boolean isOfNode) {
      this.isOfNode = isOfNode;
    }

    /**
     * An answer that may depend on every file of the host. It holds until a file, a setting or the
     * knowledge of other releases changes, and stays when more is known of a node.
     */
    public static <V> Memo<V> ofSnapshot() {
      return new Memo<>(false);
    }

    /**
     * An answer that depends on the files of its release and on what is known of its node. It stays
     * when other releases change.
     */
    public static <V> Memo<V> ofNode() {
      return new Memo<>(true);
    }

    boolean isOfNode() {
      return isOfNode;
    }

    /** The value of a map of answers. */
    @SuppressWarnings("unchecked")
    V cast(Object value) {
      return (V) value;
    }
  }
}
