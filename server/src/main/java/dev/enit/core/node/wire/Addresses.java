package dev.enit.core.node.wire;

import dev.enit.core.node.wire.Unreachable.Stage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The addresses at which a node is tried. A node of this host may listen on any one of them,
 * whatever its name resolves to, so the loopback comes first and then all others.
 */
final class Addresses {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final NodeName node;
  private final boolean isHere;
  private final Deadline deadline;
  private final Set<InetAddress> tried = new LinkedHashSet<>();

  Addresses(NodeName node, Network network, Deadline deadline) {
    this.node = node;
    this.isHere = network.isHere(node.host());
    this.deadline = deadline;
  }

  /** The addresses that refused, for a person. */
  String tried() {
    return tried.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
  }

  /**
   * Connects to the first address that takes the connection.
   *
   * @throws ConnectException where all refuse
   */
  Socket connect(int port, Stage stage, Network network) throws NodeUnreachable, ConnectException {
    tried.clear();
    for (InetAddress address : first(network)) {
      Socket socket = attempt(address, port, stage);
      if (socket != null) {
        return socket;
      }
    }
    if (isHere) {
      for (InetAddress address : ofThisHost()) {
        Socket socket = tried.contains(address) ? null : attempt(address, port, stage);
        if (socket != null) {
          return socket;
        }
      }
    }
    throw new ConnectException("refused");
  }

  private List<InetAddress> first(Network network) throws NodeUnreachable {
    try {
      return isHere ? List.of(InetAddress.getByAddress(LOOPBACK)) : resolved();
    } catch (UnknownHostException e) {
      throw new NodeUnreachable(new Unreachable.UnknownHost(node, network.shortHost()));
    }
  }

  /** Nothing where the address refuses. */
  private @org.jspecify.annotations.Nullable Socket attempt(
      InetAddress address, int port, Stage stage) throws NodeUnreachable {
    tried.add(address);
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(address, port), deadline.socketTimeout());
      return socket;
    } catch (SocketTimeoutException e) {
      close(socket);
      throw new NodeUnreachable(new Unreachable.NoAnswer(node, stage, deadline.allowed()));
    } catch (IOException e) {
      close(socket);
      return null;
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It was never open.
    }
  }

  /** A name server that does not answer takes no longer than the deadline. */
  private List<InetAddress> resolved() throws UnknownHostException, NodeUnreachable {
    FutureTask<InetAddress[]> lookup =
        new FutureTask<>(() -> InetAddress.getAllByName(node.host()));
    Thread.ofVirtual().start(lookup);
    try {
      return List.of(lookup.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw new UnknownHostException(node.host());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw noAnswer();
    } catch (TimeoutException e) {
      throw noAnswer();
    }
  }

  private NodeUnreachable noAnswer() {
    return new NodeUnreachable(new Unreachable.NoAnswer(node, Stage.RESOLVER, deadline.allowed()));
  }

  private static List<InetAddress> ofThisHost() {
    List<InetAddress> addresses = new ArrayList<>();
    try {
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        addresses.addAll(Collections.list(each.getInetAddresses()));
      }
    } catch (SocketException e) {
      // A host without a network has its loopback alone.
    }
    return addresses;
  }
}
