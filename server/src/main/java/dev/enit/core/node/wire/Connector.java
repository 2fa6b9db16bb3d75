package dev.enit.core.node.wire;

import com.ericsson.otp.erlang.OtpAuthException;
import com.ericsson.otp.erlang.OtpConnection;
import com.ericsson.otp.erlang.OtpPeer;
import com.ericsson.otp.erlang.OtpSelf;
import dev.enit.core.config.Cookie;
import dev.enit.core.node.wire.HandshakeEnd.Kind;
import dev.enit.core.node.wire.UnreachableReason.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Connects with a node, under a name that is free there. */
final class Connector {
  /** Each name stays in the atom table of every node that it was used with, so there are few. */
  private static final int NAMES = 16;

  /** A connection that stands. */
  record Connected(OtpConnection connection, WatchedTransport transport) {}

  private final NodeName node;
  private final Cookie cookie;
  private final Network network;
  private final Deadline deadline;

  Connector(NodeName node, Cookie cookie, Network network, Deadline deadline) {
    this.node = node;
    this.cookie = cookie;
    this.network = network;
    this.deadline = deadline;
  }

  Connected connect() throws UnreachableException {
    int doubts = 0;
    for (int number : numbers()) {
      NodeRoute route = new NodeRoute(node, network, deadline);
      Optional<Connected> connected = attempt("enit-" + number + "@" + network.shortHost(), route);
      if (connected.isPresent()) {
        return connected.get();
      }
      HandshakeEnd end = end(route);
      if (end.kind() != Kind.NAME_IN_USE && ++doubts > believed(end.kind())) {
        throw new UnreachableException(reason(end, route));
      }
    }
    throw new UnreachableException(new UnreachableReason.NamesTaken(node));
  }

  /** The first one, so that few are ever used; then any, since others look for one as well. */
  private static List<Integer> numbers() {
    List<Integer> others = new ArrayList<>(IntStream.range(1, NAMES).boxed().toList());
    Collections.shuffle(others);
    others.addFirst(0);
    return others;
  }

  /**
   * How often an end may be due to another connection of the same name at the same time, for which
   * a node drops handshakes without a word.
   */
  private static int believed(Kind kind) {
    return switch (kind) {
      case SILENT -> 4;
      case NOT_TRUSTED -> 1;
      default -> 0;
    };
  }

  /** Nothing where the handshake fails. */
  private Optional<Connected> attempt(String ours, NodeRoute route) throws UnreachableException {
    try {
      // When it is loaded, jinterface asks the resolver for the name of this host.
      OtpPeer peer = TimeLimited.call(() -> new OtpPeer(node.full(), route), deadline);
      OtpConnection connection = new OtpSelf(ours, cookie.reveal(), route).connect(peer);
      WatchedTransport transport = route.transport();
      if (transport == null) {
        throw new IllegalStateException("connected without a connection");
      }
      // Its thread ends by a message that is a term, but not one of the protocol.
      connection.setUncaughtExceptionHandler(
          (_, e) -> connection.deliver(new IOException(String.valueOf(e))));
      transport.up();
      return Optional.of(new Connected(connection, transport));
    } catch (OtpAuthException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (e.getCause() instanceof NodeRoute.Blocked blocked) {
        throw new UnreachableException(blocked.reason());
      }
      return Optional.empty();
    } catch (TimeoutException e) {
      throw new UnreachableException(
          new UnreachableReason.NoAnswer(node, Stage.RESOLVER, deadline.allowed()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private HandshakeEnd end(NodeRoute route) throws UnreachableException {
    WatchedTransport transport = route.transport();
    if (transport != null && transport.isLate()) {
      throw new UnreachableException(
          new UnreachableReason.NoAnswer(node, Stage.HANDSHAKE, deadline.allowed()));
    }
    return HandshakeEnd.of(transport == null ? new byte[0] : transport.seen(), node.full());
  }

  private UnreachableReason reason(HandshakeEnd end, NodeRoute route) {
    return switch (end.kind()) {
      case NOT_ALLOWED -> new UnreachableReason.NotAllowed(node);
      case OTHER_NAME -> new UnreachableReason.OtherHost(node, end.peer());
      case NOT_TRUSTED -> new UnreachableReason.WrongCookie(node);
      case TLS -> new UnreachableReason.TlsExpected(node, route.port());
      case NAME_IN_USE, SILENT, NO_NODE -> new UnreachableReason.NoNode(node, route.port());
    };
  }
}
