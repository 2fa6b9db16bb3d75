package dev.enit.core.check.node;

import dev.enit.core.config.NodeKey;
import dev.enit.core.text.NearestName;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Which key of the node section somebody meant. */
final class NodeKeyNames {
  /** Names that other tools have for the same thing. */
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

  /** The key for a name that is none; nothing where the name is one, or too far from all. */
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
