package dev.enit.core.release;

import dev.enit.core.settings.Settings;
import dev.enit.core.settings.SettingsFile;
import dev.enit.core.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mapping between releases and their files. */
public final class ReleaseFiles {
  private ReleaseFiles() {}

  /** Returns the directories that settings name; one that the other implies need not be named. */
  public static Roots roots(Settings settings) {
    Path releaseDir = settings.releaseDir().orElse(Settings.DEFAULT_RELEASE_DIR);
    Optional<Path> implied = Roots.impliedByReleaseDir(releaseDir).flatMap(Roots::configDir);
    Path configDir = settings.configDir().or(() -> implied).orElse(Settings.DEFAULT_CONFIG_DIR);
    return new Roots(releaseDir, Optional.of(configDir));
  }

  /**
   * Returns the configuration files of a folder in the order of their layers: by name, by code
   * point.
   */
  public static List<Path> configFiles(Path folder, Sources sources) {
    List<Path> files = new ArrayList<>();
    for (Path file : sources.files(folder)) {
      String name = file.getFileName().toString();
      if (isLayer(name)) {
        files.add(file);
      }
    }
    return files;
  }

  /** Returns the files of a release in the order of {@link Release#files}, without reading them. */
  public static List<Path> all(ReleaseKey key, Sources sources) {
    List<Path> files = new ArrayList<>();
    files.add(key.specification());
    files.addAll(configFiles(key.folder(), sources));
    key.configFolder().ifPresent(folder -> files.addAll(configFiles(folder, sources)));
    return files;
  }

  /** Returns the files that differ between two states of a release: changed, added or removed. */
  public static List<Path> changed(Release before, Release after) {
    SortedMap<Path, String> changed = new TreeMap<>(texts(before));
    SortedMap<Path, String> later = texts(after);
    later.forEach(
        (path, text) -> {
          if (!changed.remove(path, text)) {
            changed.put(path, text);
          }
        });
    return List.copyOf(changed.keySet());
  }

  private static SortedMap<Path, String> texts(Release release) {
    SortedMap<Path, String> texts = new TreeMap<>();
    release.specification().ifPresent(spec -> texts.put(spec.file().path(), spec.file().text()));
    release.layers().forEach(layer -> texts.put(layer.path(), layer.file().text()));
    release.unreadable().forEach(closed -> texts.put(closed.path(), closed.reason()));
    return texts;
  }

  private static boolean isLayer(String name) {
    // A leading dot is an editor's lock or backup; enit's own settings may lie anywhere.
    return name.endsWith(".config") && !name.startsWith(".") && !name.equals(SettingsFile.NAME);
  }

  /** Returns the releases of a release directory by name: its folders with a specification. */
  public static List<ReleaseKey> releases(Roots roots, Sources sources) {
    List<ReleaseKey> keys = new ArrayList<>();
    for (Path folder : sources.folders(roots.releaseDir())) {
      ReleaseKey key = new ReleaseKey(roots, folder.getFileName().toString());
      if (sources.source(key.specification()).isPresent()) {
        keys.add(key);
      }
    }
    return keys;
  }

  /**
   * Returns the release that a file belongs to, as its specification or as one of its layers.
   *
   * @param file absolute and normalised
   * @param settings those that apply to the file
   */
  public static Optional<ReleaseKey> releaseOf(Path file, Settings settings, Sources sources) {
    Path folder = file.getParent();
    Path root = folder == null ? null : folder.getParent();
    String fileName = file.getFileName() == null ? "" : file.getFileName().toString();
    boolean specification = fileName.equals(ReleaseKey.SPECIFICATION);
    if (root == null || folder == null || !(specification || isLayer(fileName))) {
      return Optional.empty();
    }
    String name = folder.getFileName().toString();
    return rootsAt(root, settings)
        .map(roots -> new ReleaseKey(roots, name))
        .filter(key -> specification || sources.source(key.specification()).isPresent())
        .filter(key -> !specification || key.specification().equals(file));
  }

  /** Returns the roots whose release or configuration directory is the given one. */
  private static Optional<Roots> rootsAt(Path root, Settings settings) {
    Roots named = roots(settings);
    if (root.equals(named.releaseDir()) || named.configDir().filter(root::equals).isPresent()) {
      return Optional.of(named);
    }
    return Roots.impliedByReleaseDir(root)
        .or(() -> Roots.impliedByConfigDir(root))
        .or(() -> Optional.of(new Roots(root, Optional.empty())));
  }
}
