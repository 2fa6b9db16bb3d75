package dev.enit.core.node.wire;

import java.util.Optional;

/** The name of a node, {@code alive@host}. */
public record NodeName(String alive, String host) {

  /** A full name; nothing for a text that is none. */
  public static Optional<NodeName> of(String full) {
    int at = full.indexOf('@');
    boolean isName = at > 0 && at < full.length() - 1 && full.indexOf('@', at + 1) < 0;
    return isName
        ? Optional.of(new NodeName(full.substring(0, at), full.substring(at + 1)))
        : Optional.empty();
  }

  /** With the part behind the at sign. */
  public String full() {
    return alive + "@" + host;
  }

  @Override
  public String toString() {
    return full();
  }
}
