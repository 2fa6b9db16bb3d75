package dev.enit.core.node.wire;

import java.util.Map;

/**
 * Where nodes are looked for.
 *
 * @param shortHost the name of this computer, without dots
 * @param epmdPort where name servers listen, on every host
 */
public record Network(String shortHost, int epmdPort) {
  /** The usual one. */
  public static final int EPMD_PORT = 4369;

  /**
   * With the port that the environment names in ERL_EPMD_PORT, as Erlang's own programs have it.
   */
  public static Network of(String shortHost, Map<String, String> environment) {
    String port = environment.getOrDefault("ERL_EPMD_PORT", "");
    boolean isPort = port.matches("[1-9]\\d{0,4}") && Integer.parseInt(port) <= 0xFFFF;
    return new Network(shortHost, isPort ? Integer.parseInt(port) : EPMD_PORT);
  }

  /** Returns whether a host is this computer, by its name. */
  public boolean isHere(String host) {
    return host.equals(shortHost) || host.equals("localhost");
  }
}
