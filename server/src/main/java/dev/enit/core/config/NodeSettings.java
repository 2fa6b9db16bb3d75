package dev.enit.core.config;

import java.util.Optional;

/**
 * The name and the cookie of a node, from the section {@code node} of the effective configuration.
 *
 * @param nodename {@code name@host}; the default if no layer sets one
 */
public record NodeSettings(String nodename, Optional<Cookie> cookie) {

  /**
   * Returns the settings in the effective configuration of a release, on a host with a short name.
   */
  public static NodeSettings of(EffectiveConfig config, String release, String shortHost) {
    String name = text(config, NodeKey.NODENAME).filter(n -> !n.isEmpty()).orElse(release);
    return new NodeSettings(
        name.indexOf('@') >= 0 ? name : name + "@" + shortHost,
        text(config, NodeKey.COOKIE).map(Cookie::new));
  }

  private static Optional<String> text(EffectiveConfig config, NodeKey key) {
    return config.setting(NodeKey.SECTION, key.key()).flatMap(s -> NodeText.of(s.value()));
  }
}
