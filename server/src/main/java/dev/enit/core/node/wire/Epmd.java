package dev.enit.core.node.wire;

import dev.enit.core.node.wire.Unreachable.Stage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Asks the name server of a host for the port of a node. */
final class Epmd {
  private static final int PORT_REQUEST = 122;
  private static final int PORT_ANSWER = 119;

  private Epmd() {}

  /** The port at which the node takes connections. */
  static int port(NodeName node, Network network, Deadline deadline) throws NodeUnreachable {
    Addresses addresses = new Addresses(node, network, deadline);
    try (Link link = new Link(addresses.connect(network.epmdPort(), Stage.EPMD, network))) {
      byte[] name = node.alive().getBytes(StandardCharsets.UTF_8);
      link.write(
          new ByteSink(64).write2(name.length + 1).write1(PORT_REQUEST).write(name).toByteArray(),
          deadline);
      return answer(link, node, network, deadline);
    } catch (ConnectException e) {
      throw new NodeUnreachable(new Unreachable.EpmdDown(node, network.epmdPort()));
    } catch (SocketTimeoutException e) {
      throw new NodeUnreachable(new Unreachable.NoAnswer(node, Stage.EPMD, deadline.allowed()));
    } catch (IOException e) {
      throw new NodeUnreachable(new Unreachable.EpmdDown(node, network.epmdPort()));
    }
  }

  private static int answer(Link link, NodeName node, Network network, Deadline deadline)
      throws IOException, NodeUnreachable {
    ByteSource answer = new ByteSource(link.read(2, deadline), 0);
    if (answer.read1() != PORT_ANSWER) {
      throw new IOException("no name server");
    }
    if (answer.read1() != 0) {
      throw new NodeUnreachable(new Unreachable.UnknownToEpmd(node, network.epmdPort()));
    }
    return new ByteSource(link.read(2, deadline), 0).read2();
  }
}
