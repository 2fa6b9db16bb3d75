package dev.enit.core.workspace;

import dev.enit.core.config.SettingsInUse;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The index of the releases that no editor has open, from reading all of a host once. Immutable,
 * and as old as the reading.
 *
 * @param releaseDirectories those that a search of the workspace has found
 */
record WorkspaceIndex(
    NodeNames nodeNames, Map<Roots, SettingsInUse> settings, Set<Path> releaseDirectories) {
  static final WorkspaceIndex NOTHING = new WorkspaceIndex(NodeNames.EMPTY, Map.of(), Set.of());

  WorkspaceIndex {
    settings = Map.copyOf(settings);
    releaseDirectories = Set.copyOf(releaseDirectories);
  }

  /** The same, after a search for release directories. */
  WorkspaceIndex withReleaseDirectories(Set<Path> found) {
    return new WorkspaceIndex(nodeNames, settings, found);
  }

  /** A reading of all releases of a host, one after the other, none of which is kept. */
  static final class Reading {
    private final Map<ReleaseKey, String> names = new HashMap<>();
    private final SettingsInUse.Collector settings = new SettingsInUse.Collector();

    void add(Release release) {
      names.put(release.key(), release.node().nodename());
      release.layers().forEach(layer -> settings.add(layer, release.config().secrets()));
    }

    /** Returns what was known before, with one host added or replaced. */
    WorkspaceIndex after(WorkspaceIndex before, Roots roots) {
      Map<ReleaseKey, String> allNames = new HashMap<>(before.nodeNames().names());
      allNames.keySet().removeIf(key -> key.roots().equals(roots));
      allNames.putAll(names);
      Map<Roots, SettingsInUse> allSettings = new HashMap<>(before.settings());
      allSettings.put(roots, settings.collected());
      return new WorkspaceIndex(NodeNames.of(allNames), allSettings, before.releaseDirectories());
    }
  }

  /**
   * The node names and the releases that claim them. Immutable; knows the releases that it was told
   * of.
   */
  record NodeNames(Map<ReleaseKey, String> names, Map<String, Set<ReleaseKey>> releases) {
    static final NodeNames EMPTY = new NodeNames(Map.of(), Map.of());

    static NodeNames of(Map<ReleaseKey, String> names) {
      Map<String, Set<ReleaseKey>> releases = new HashMap<>();
      names.forEach((key, name) -> releases.computeIfAbsent(name, _ -> new HashSet<>(2)).add(key));
      return new NodeNames(names, releases);
    }

    /** Other releases with the name, in a set of the caller's own. */
    Set<ReleaseKey> others(ReleaseKey key, String name) {
      Set<ReleaseKey> others = new HashSet<>(releases.getOrDefault(name, Set.of()));
      others.remove(key);
      return others;
    }
  }
}
