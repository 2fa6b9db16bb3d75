package dev.enit.core.node.wire;

import dev.enit.core.text.Messages;
import java.time.Duration;
import java.util.List;

/** Why nothing can be asked of a node. Each is told apart from the others by what was seen. */
public sealed interface Unreachable {
  /** The name of the reason, for programs; it never changes. */
  String code();

  /** The arguments of its message. */
  List<Object> arguments();

  /** What is the matter, and what to do about it. */
  default String message() {
    return Messages.text("node.unreachable." + code(), arguments().toArray());
  }

  /** Nobody listens where the name server of the host should. */
  record EpmdDown(NodeName node, int port) implements Unreachable {
    @Override
    public String code() {
      return "epmd-down";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node, node.host(), port);
    }
  }

  /** The name server of the host knows no node of that name. */
  record UnknownToEpmd(NodeName node, int port) implements Unreachable {
    @Override
    public String code() {
      return "unknown-to-epmd";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node, node.alive(), node.host(), port);
    }
  }

  /** The name of the host means nothing to the resolver. */
  record UnknownHost(NodeName node, String here) implements Unreachable {
    @Override
    public String code() {
      return "unknown-host";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node, node.host(), here);
    }
  }

  /** The name server names a port on which nobody listens, at none of the addresses tried. */
  record PortClosed(NodeName node, int port, String addresses) implements Unreachable {
    @Override
    public String code() {
      return "port-closed";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node, port, addresses);
    }
  }

  /** The node has another cookie. */
  record WrongCookie(NodeName node) implements Unreachable {
    @Override
    public String code() {
      return "wrong-cookie";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node);
    }
  }

  /** The node that is registered under the name says that it has another one. */
  record OtherHost(NodeName node, String says) implements Unreachable {
    @Override
    public String code() {
      return "other-host";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node, says);
    }
  }

  /** The node speaks TLS. */
  record TlsExpected(NodeName node, int port) implements Unreachable {
    @Override
    public String code() {
      return "tls-expected";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node, port);
    }
  }

  /** Something answers on the port, and not as a node. */
  record NoNode(NodeName node, int port) implements Unreachable {
    @Override
    public String code() {
      return "no-node";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node, port);
    }
  }

  /** The node takes connections from certain nodes alone. */
  record NotAllowed(NodeName node) implements Unreachable {
    @Override
    public String code() {
      return "not-allowed";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node);
    }
  }

  /** All names that are ours are in use at that node. */
  record NamesTaken(NodeName node) implements Unreachable {
    @Override
    public String code() {
      return "names-taken";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node);
    }
  }

  /** Nothing was heard before the deadline. */
  record NoAnswer(NodeName node, Stage stage, Duration allowed) implements Unreachable {
    @Override
    public String code() {
      return "no-answer";
    }

    @Override
    public List<Object> arguments() {
      String seconds = String.valueOf(allowed.toMillis() / 1000.0).replaceFirst("\\.0$", "");
      return List.of(node, seconds, Messages.text("node.stage." + stage.name()));
    }
  }

  /** What was waited for. */
  enum Stage {
    RESOLVER,
    EPMD,
    CONNECTION,
    HANDSHAKE,
    REQUEST
  }

  /** The connection ended while an answer was expected. */
  record Lost(NodeName node) implements Unreachable {
    @Override
    public String code() {
      return "connection-lost";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node);
    }
  }

  /** The node was reached, and cannot do what is asked. */
  record Refused(String node, String reason) implements Unreachable {
    @Override
    public String code() {
      return "refused";
    }

    @Override
    public List<Object> arguments() {
      return List.of(node, reason);
    }
  }

  /** The configuration names no cookie. */
  record NoCookie(String release) implements Unreachable {
    @Override
    public String code() {
      return "no-cookie";
    }

    @Override
    public List<Object> arguments() {
      return List.of(release);
    }
  }

  /** The configuration names a node with a name that no node can have. */
  record BadName(String release, String name) implements Unreachable {
    @Override
    public String code() {
      return "bad-name";
    }

    @Override
    public List<Object> arguments() {
      return List.of(release, name);
    }
  }
}
