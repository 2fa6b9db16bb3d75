package dev.enit.core.check.node;

import dev.enit.core.config.NodeKey;
import dev.enit.core.text.NearestName;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The suggestions for unknown keys of the section {@code node}. */
final class NodeKeyNames {
  /** The names of keys in other tools. */
  private static final Map<String, NodeKey> ELSEWHERE =
      Map.of(
          "name", NodeKey.NODENAME,
          "sname", NodeKey.NODENAME,
          "node", NodeKey.NODENAME,
          "setcookie", NodeKey.COOKIE,
          "user", NodeKey.RUN_AS_USER,
          "group", NodeKey.RUN_AS_GROUP,
          "shutdown_time", NodeKey.STOP_TIMEOUT,
          "retries", NodeKey.START_RETRIES,
          "environment", NodeKey.ENV);

  private NodeKeyNames() {}

  /**
   * Returns the key that an unknown name probably means, or empty if the name is a key or resembles
   * none.
   */
  static Optional<NodeKey> meant(String name) {
    if (NodeKey.of(name).isPresent()) {
      return Optional.empty();
    }
    return Optional.ofNullable(ELSEWHERE.get(name))
        .or(
            () ->
                NearestName.one(name, Arrays.stream(NodeKey.values()).map(NodeKey::key).toList())
                    .flatMap(NodeKey::of));
  }
}
