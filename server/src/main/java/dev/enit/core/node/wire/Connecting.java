package dev.enit.core.node.wire;

import dev.enit.core.config.Cookie;
import dev.enit.core.node.wire.Unreachable.Stage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;

/** The way to a node: the name server, the port, the handshake under a name that is free there. */
final class Connecting {
  /** Each name stays in the atom table of every node that it was used with, so there are few. */
  private static final int NAMES = 16;

  private final NodeName node;
  private final Cookie cookie;
  private final Network network;
  private final Deadline deadline;
  private final Addresses addresses;

  Connecting(NodeName node, Cookie cookie, Network network, Deadline deadline) {
    this.node = node;
    this.cookie = cookie;
    this.network = network;
    this.deadline = deadline;
    this.addresses = new Addresses(node, network, deadline);
  }

  /** A connection, and the name that it has at the node. */
  record Connected(Link link, NodeName ours, int creation) {}

  Connected connect() throws NodeUnreachable {
    int port = Epmd.port(node, network, deadline);
    boolean isSecondDoubt = false;
    for (int i = 0; i < NAMES; i++) {
      NodeName ours = new NodeName("enit-" + i, network.shortHost());
      int creation = Entropy.number() | (1 << 30);
      Link link = open(port);
      Handshake handshake = new Handshake(link, deadline);
      Handshake.Outcome outcome = run(handshake, ours, creation, link);
      if (outcome == Handshake.Outcome.DONE) {
        return new Connected(link, ours, creation);
      }
      link.close();
      // A node may drop a handshake because another one with the same name came at the same time.
      boolean isDoubtful =
          outcome == Handshake.Outcome.NOT_TRUSTED || outcome == Handshake.Outcome.SILENT_END;
      if (outcome != Handshake.Outcome.NAME_IN_USE && (!isDoubtful || isSecondDoubt)) {
        throw new NodeUnreachable(reason(outcome, handshake, port));
      }
      isSecondDoubt |= isDoubtful;
    }
    throw new NodeUnreachable(new Unreachable.NamesTaken(node));
  }

  private Link open(int port) throws NodeUnreachable {
    try {
      return new Link(addresses.connect(port, Stage.CONNECTION, network));
    } catch (ConnectException e) {
      throw new NodeUnreachable(new Unreachable.PortClosed(node, port, addresses.tried()));
    } catch (IOException e) {
      throw new NodeUnreachable(new Unreachable.Lost(node));
    }
  }

  private Handshake.Outcome run(Handshake handshake, NodeName ours, int creation, Link link)
      throws NodeUnreachable {
    try {
      return handshake.run(ours, creation, node, cookie);
    } catch (SocketTimeoutException e) {
      link.close();
      throw new NodeUnreachable(
          new Unreachable.NoAnswer(node, Stage.HANDSHAKE, deadline.allowed()));
    } catch (MalformedTerm e) {
      return Handshake.Outcome.NO_NODE;
    } catch (IOException e) {
      return Handshake.Outcome.SILENT_END;
    }
  }

  private Unreachable reason(Handshake.Outcome outcome, Handshake handshake, int port) {
    return switch (outcome) {
      case NOT_ALLOWED -> new Unreachable.NotAllowed(node);
      case OTHER_NAME -> new Unreachable.OtherHost(node, handshake.peer());
      case NOT_TRUSTED -> new Unreachable.WrongCookie(node);
      case TLS -> new Unreachable.TlsExpected(node, port);
      default -> new Unreachable.NoNode(node, port);
    };
  }
}
