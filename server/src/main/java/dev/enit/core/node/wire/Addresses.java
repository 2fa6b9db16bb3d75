package dev.enit.core.node.wire;

import dev.enit.core.node.wire.UnreachableReason.Stage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses at which a node is tried. A node of this host may listen on any one of them,
 * whatever its name resolves to, so the loopback comes first and then all others.
 */
final class Addresses {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final NodeName node;
  private final Network network;
  private final Deadline deadline;
  private final Set<InetAddress> tried = new LinkedHashSet<>();

  Addresses(NodeName node, Network network, Deadline deadline) {
    this.node = node;
    this.network = network;
    this.deadline = deadline;
  }

  /** The addresses that refused, for a message to the user. */
  String tried() {
    return tried.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
  }

  /**
   * Connects to the name server of the host, which always listens on the loopback.
   *
   * @throws ConnectException where there is none
   * @throws SocketTimeoutException where it does not answer
   */
  Socket connectToEpmd() throws UnreachableException, IOException {
    return orRefused(firstOf(first(), network.epmdPort()));
  }

  /**
   * Connects to the first address of the node that takes the connection.
   *
   * @throws ConnectException where all refuse
   * @throws SocketTimeoutException where one does not answer
   */
  Socket connect(int port) throws UnreachableException, IOException {
    Socket socket = firstOf(first(), port);
    return orRefused(
        socket == null && network.isHere(node.host()) ? firstOf(ofThisHost(), port) : socket);
  }

  private List<InetAddress> first() throws UnreachableException, IOException {
    return network.isHere(node.host()) ? List.of(InetAddress.getByAddress(LOOPBACK)) : resolved();
  }

  private static Socket orRefused(@Nullable Socket socket) throws ConnectException {
    if (socket == null) {
      throw new ConnectException("refused");
    }
    return socket;
  }

  private @Nullable Socket firstOf(List<InetAddress> addresses, int port) throws IOException {
    for (InetAddress address : addresses) {
      Socket socket = tried.add(address) ? attempt(address, port) : null;
      if (socket != null) {
        return socket;
      }
    }
    return null;
  }

  /** Nothing where the address refuses. */
  private @Nullable Socket attempt(InetAddress address, int port) throws SocketTimeoutException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(address, port), deadline.socketTimeout());
      return socket;
    } catch (SocketTimeoutException e) {
      close(socket);
      throw e;
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

  private List<InetAddress> resolved() throws UnreachableException {
    try {
      return List.of(TimeLimited.call(() -> InetAddress.getAllByName(node.host()), deadline));
    } catch (ExecutionException e) {
      throw new UnreachableException(new UnreachableReason.UnknownHost(node, network.shortHost()));
    } catch (TimeoutException e) {
      throw new UnreachableException(
          new UnreachableReason.NoAnswer(node, Stage.RESOLVER, deadline.allowed()));
    }
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
