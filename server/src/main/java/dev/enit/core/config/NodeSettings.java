package dev.enit.core.config;

import java.util.Optional;

/**
 * The node section after the merge, as far as it can be understood.
 *
 * @param nodename {@code name@host}; the default where no layer names one
 */
public record NodeSettings(String nodename, Optional<Cookie> cookie) {

  /** From the effective configuration of a release on a host with the short name. */
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
