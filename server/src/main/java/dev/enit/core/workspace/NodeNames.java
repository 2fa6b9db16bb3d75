package dev.enit.core.workspace;

import dev.enit.core.release.ReleaseKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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
