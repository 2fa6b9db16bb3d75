package dev.enit.core.node.wire;

import com.ericsson.otp.erlang.OtpEpmd;
import com.ericsson.otp.erlang.OtpGenericTransportFactory;
import com.ericsson.otp.erlang.OtpLocalNode;
import com.ericsson.otp.erlang.OtpPeer;
import com.ericsson.otp.erlang.OtpServerTransport;
import com.ericsson.otp.erlang.OtpTransport;
import dev.enit.core.node.wire.UnreachableReason.Stage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The way to a node, by its name server, as jinterface asks for it. It makes connections and never
 * takes one, so our node has no listening port.
 */
final class NodeRoute extends OtpGenericTransportFactory {
  /** A reason on its way through jinterface, which hands on nothing but causes. */
  static final class Blocked extends IOException {
    private final transient UnreachableReason reason;

    Blocked(UnreachableReason reason) {
      super(reason.code());
      this.reason = reason;
    }

    UnreachableReason reason() {
      return reason;
    }
  }

  private final NodeName node;
  private final Network network;
  private final Deadline deadline;
  private @Nullable WatchedTransport transport;
  private int port;

  NodeRoute(NodeName node, Network network, Deadline deadline) {
    this.node = node;
    this.network = network;
    this.deadline = deadline;
  }

  /** The connection with the node; nothing before it was made. */
  @Nullable WatchedTransport transport() {
    return transport;
  }

  /** The port of the node; 0 before it is known. */
  int port() {
    return port;
  }

  /** The connection with the node itself. */
  @Override
  public OtpTransport createTransport(OtpPeer peer) throws IOException {
    port = registeredPort(peer);
    Addresses addresses = new Addresses(node, network, deadline);
    try {
      WatchedTransport made = new WatchedTransport(addresses.connect(port), deadline);
      transport = made;
      return made;
    } catch (ConnectException e) {
      throw new Blocked(new UnreachableReason.PortClosed(node, port, addresses.tried()));
    } catch (SocketTimeoutException e) {
      throw noAnswer(Stage.CONNECTION);
    } catch (UnreachableException e) {
      throw new Blocked(e.reason());
    }
  }

  private int registeredPort(OtpPeer peer) throws Blocked {
    try {
      // Else jinterface reads the environment itself, and stumbles over a port that is no number.
      OtpEpmd.useEpmdPort(network.epmdPort());
      int found = OtpEpmd.lookupPort(peer);
      if (found == 0) {
        throw new Blocked(new UnreachableReason.UnknownToEpmd(node, network.epmdPort()));
      }
      return found;
    } catch (Blocked e) {
      throw e;
    } catch (IOException e) {
      throw switch (e.getCause()) {
        case Blocked blocked -> blocked;
        case SocketTimeoutException late -> noAnswer(Stage.EPMD);
        case null, default -> new Blocked(new UnreachableReason.EpmdDown(node, network.epmdPort()));
      };
    }
  }

  private Blocked noAnswer(Stage stage) {
    return new Blocked(new UnreachableReason.NoAnswer(node, stage, deadline.allowed()));
  }

  /** The connection with the name server: the only one that jinterface makes by host and port. */
  @Override
  public OtpTransport createTransport(String host, int ignored) throws IOException {
    try {
      Addresses addresses = new Addresses(node, network, deadline);
      return new WatchedTransport(addresses.connectToEpmd(), deadline);
    } catch (UnreachableException e) {
      throw new Blocked(e.reason());
    }
  }

  /** Nothing to take connections with. */
  @Override
  public OtpServerTransport createServerTransport(OtpLocalNode self) {
    return new OtpServerTransport() {
      @Override
      public int getLocalPort() {
        return 0;
      }

      @Override
      public OtpTransport accept() throws IOException {
        throw new IOException("takes no connections");
      }

      @Override
      public void close() {}
    };
  }
}
