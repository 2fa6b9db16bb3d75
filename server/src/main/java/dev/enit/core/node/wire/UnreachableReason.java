package dev.enit.core.node.wire;

import dev.enit.core.text.Messages;
import java.time.Duration;
import java.util.List;

/** Why nothing can be asked of a node. Each is told apart from the others by what was seen. */
public sealed interface UnreachableReason {
  /** No process listens where the name server of the host should. */
  record EpmdDown(NodeName node, int port) implements UnreachableReason {}

  /** The name server of the host knows no node of that name. */
  record UnknownToEpmd(NodeName node, int port) implements UnreachableReason {}

  /** The name of the host means nothing to the resolver. */
  record UnknownHost(NodeName node, String here) implements UnreachableReason {}

  /** The name server names a port on which no process listens, at none of the addresses tried. */
  record PortClosed(NodeName node, int port, String addresses) implements UnreachableReason {}

  /** The node has another cookie. */
  record WrongCookie(NodeName node) implements UnreachableReason {}

  /** The node that is registered under the name says that it has another one. */
  record OtherHost(NodeName node, String says) implements UnreachableReason {}

  /** The node speaks TLS. */
  record TlsExpected(NodeName node, int port) implements UnreachableReason {}

  /** Something answers on the port, and not as a node. */
  record NoNode(NodeName node, int port) implements UnreachableReason {}

  /** The node takes connections from certain nodes alone. */
  record NotAllowed(NodeName node) implements UnreachableReason {}

  /** All names that are ours are in use at that node. */
  record NamesTaken(NodeName node) implements UnreachableReason {}

  /** Nothing was heard before the deadline. */
  record NoAnswer(NodeName node, Stage stage, Duration allowed) implements UnreachableReason {}

  /** What was waited for. */
  enum Stage {
    RESOLVER,
    EPMD,
    CONNECTION,
    HANDSHAKE,
    REQUEST
  }

  /** The connection ended while an answer was expected. */
  record Lost(NodeName node) implements UnreachableReason {}

  /** The node sends what no node has reason to send, such as a message of a gigabyte. */
  record BadMessage(NodeName node, String fault) implements UnreachableReason {}

  /** The node was reached, and cannot do what is asked. */
  record Refused(String node, String reason) implements UnreachableReason {}

  /** The configuration names no cookie. */
  record NoCookie(String release) implements UnreachableReason {}

  /** The cookie may stand in a file that cannot be read. */
  record CookieUnread(String release, String file, String why) implements UnreachableReason {}

  /** The configuration names a node with a name that no node can have. */
  record BadName(String release, String name) implements UnreachableReason {}

  /** The name of the reason, for programs; it never changes. */
  default String code() {
    return switch (this) {
      case EpmdDown _ -> "epmd-down";
      case UnknownToEpmd _ -> "unknown-to-epmd";
      case UnknownHost _ -> "unknown-host";
      case PortClosed _ -> "port-closed";
      case WrongCookie _ -> "wrong-cookie";
      case OtherHost _ -> "other-host";
      case TlsExpected _ -> "tls-expected";
      case NoNode _ -> "no-node";
      case NotAllowed _ -> "not-allowed";
      case NamesTaken _ -> "names-taken";
      case NoAnswer _ -> "no-answer";
      case Lost _ -> "connection-lost";
      case BadMessage _ -> "bad-message";
      case Refused _ -> "refused";
      case NoCookie _ -> "no-cookie";
      case CookieUnread _ -> "cookie-unread";
      case BadName _ -> "bad-name";
    };
  }

  /** What is the matter, and what to do about it. */
  default String message() {
    return Messages.text("node.unreachable." + code(), arguments().toArray());
  }

  private List<Object> arguments() {
    return switch (this) {
      case EpmdDown(var node, int port) -> List.of(node, node.host(), port);
      case UnknownToEpmd(var node, int port) -> List.of(node, node.alive(), node.host(), port);
      case UnknownHost(var node, var here) -> List.of(node, node.host(), here);
      case PortClosed(var node, int port, var addresses) -> List.of(node, port, addresses);
      case WrongCookie(var node) -> List.of(node);
      case OtherHost(var node, var says) -> List.of(node, says);
      case TlsExpected(var node, int port) -> List.of(node, port);
      case NoNode(var node, int port) -> List.of(node, port);
      case NotAllowed(var node) -> List.of(node);
      case NamesTaken(var node) -> List.of(node);
      case NoAnswer(var node, var stage, var allowed) ->
          List.of(node, seconds(allowed), Messages.text("node.stage." + stage.name()));
      case Lost(var node) -> List.of(node);
      case BadMessage(var node, var fault) -> List.of(node, fault);
      case Refused(var node, var reason) -> List.of(node, reason);
      case NoCookie(var release) -> List.of(release);
      case CookieUnread(var release, var file, var why) -> List.of(release, file, why);
      case BadName(var release, var name) -> List.of(release, name);
    };
  }

  private static String seconds(Duration allowed) {
    return String.valueOf(allowed.toMillis() / 1000.0).replaceFirst("\\.0$", "");
  }
}
