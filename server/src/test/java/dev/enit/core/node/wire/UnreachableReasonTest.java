package dev.enit.core.node.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.core.config.Cookie;
import dev.enit.core.host.HostName;
import dev.enit.core.node.EmulatorNode;
import dev.enit.core.node.TestEpmd;
import dev.enit.core.node.wire.UnreachableReason.Stage;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests every reason why a node is unreachable, with real nodes and peers. */
@Tag("node")
final class UnreachableReasonTest {
  private static TestEpmd epmd;

  @BeforeAll
  static void start() throws IOException {
    epmd = TestEpmd.start();
  }

  @AfterAll
  static void end() {
    epmd.close();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20));
  }

  private static Deadline atOnce() {
    return Deadline.in(Duration.ofMillis(300));
  }

  private static NodeClient connect(EmulatorNode node) throws UnreachableException {
    return NodeClient.connect(node.name(), EmulatorNode.COOKIE, node.network(), soon());
  }

  private static <T extends UnreachableReason> T reason(
      Class<T> expected, NodeName node, Network network, Deadline deadline) {
    UnreachableException unreachable =
        assertThrows(
            UnreachableException.class,
            () -> NodeClient.connect(node, EmulatorNode.COOKIE, network, deadline).close());
    T reason = assertInstanceOf(expected, unreachable.reason());
    // Every argument of a message has its place, and the node is named.
    assertTrue(reason.message().contains(node.full()), reason.message());
    assertFalse(reason.message().matches(".*\\{\\d}.*"), reason.message());
    return reason;
  }

  private static Network network() {
    return new Network(HostName.shortName(), epmd.port());
  }

  private static NodeName here(String alive) {
    return new NodeName(alive, network().shortHost());
  }

  @Test
  void epmdIsDown() throws IOException {
    Network silent = new Network(network().shortHost(), TestEpmd.freePort());
    reason(UnreachableReason.EpmdDown.class, here("a"), silent, soon());
  }

  @Test
  void theNameIsUnknown() {
    UnreachableException e =
        assertThrows(
            UnreachableException.class,
            () -> NodeClient.connect(here("nobody"), EmulatorNode.COOKIE, network(), soon()));
    assertInstanceOf(UnreachableReason.UnknownToEpmd.class, e.reason());
  }

  @Test
  void theHostIsUnknown() {
    NodeName node = new NodeName("a", "no-such-host");
    reason(UnreachableReason.UnknownHost.class, node, network(), soon());
  }

  @Test
  void anUnprobedAddressHasThePort() throws Exception {
    // An address of the loopback that no interface lists.
    try (EmulatorNode node =
        EmulatorNode.start(epmd, "-kernel", "inet_dist_use_interface", "{127,0,0,2}")) {
      var reason = reason(UnreachableReason.PortClosed.class, node.name(), node.network(), soon());
      assertTrue(reason.addresses().contains("127.0.0.1"), reason.addresses());
    }
  }

  @Test
  void aNodeThatListensOnOneAddressIsFound() throws Exception {
    try (EmulatorNode node =
            EmulatorNode.start(epmd, "-kernel", "inet_dist_use_interface", "{127,0,0,1}");
        NodeClient client = connect(node)) {
      assertEquals(node.name(), client.node());
    }
  }

  @Test
  void theCookieIsWrong() throws Exception {
    try (EmulatorNode node = EmulatorNode.start(epmd)) {
      UnreachableException e =
          assertThrows(
              UnreachableException.class,
              () -> NodeClient.connect(node.name(), new Cookie("x"), node.network(), soon()));
      assertInstanceOf(UnreachableReason.WrongCookie.class, e.reason());
      assertFalse(e.toString().contains("monster"));
    }
  }

  @Test
  void theHostWasRenamed() throws Exception {
    try (EmulatorNode node = EmulatorNode.named(new NodeName("renamed", "oldhost"), epmd)) {
      var reason = reason(UnreachableReason.OtherHost.class, here("renamed"), network(), soon());
      assertEquals(node.name().full(), reason.says());
    }
  }

  @Test
  void theNodeSpeaksTls(@TempDir Path folder) throws Exception {
    assumeTrue(
        System.getProperty("enit.test.erl") == null, "a chroot does not see the certificate");
    Path options = TlsOptions.write(folder);
    try (EmulatorNode node =
        EmulatorNode.start(
            epmd, "-proto_dist", "inet_tls", "-ssl_dist_optfile", options.toString())) {
      reason(UnreachableReason.TlsExpected.class, node.name(), node.network(), soon());
    }
  }

  @Test
  void theNodeStandsStill() throws Exception {
    try (EmulatorNode node = EmulatorNode.start(epmd)) {
      node.suspend();
      var reason = reason(UnreachableReason.NoAnswer.class, node.name(), node.network(), atOnce());
      assertEquals(Stage.HANDSHAKE, reason.stage());
    }
  }

  @Test
  void theNodeStandsStillWhenItIsAsked() throws Exception {
    try (EmulatorNode node = EmulatorNode.start(epmd);
        NodeClient client = connect(node)) {
      node.suspend();
      UnreachableException small =
          assertThrows(
              UnreachableException.class, () -> client.call("erlang", "node", List.of(), atOnce()));
      assertEquals(Stage.REQUEST, ((UnreachableReason.NoAnswer) small.reason()).stage());
    }
  }

  /** More than the buffers of the sockets take. */
  @Test
  void theNodeStandsStillWhileItIsToldALot() throws Exception {
    try (EmulatorNode node = EmulatorNode.start(epmd);
        NodeClient client = connect(node)) {
      node.suspend();
      var much = List.<Term>of(WireTerms.bytes(new byte[64 << 20]));
      UnreachableException large =
          assertThrows(
              UnreachableException.class, () -> client.call("erlang", "size", much, atOnce()));
      assertEquals(Stage.REQUEST, ((UnreachableReason.NoAnswer) large.reason()).stage());
    }
  }

  @Test
  void theNodeTakesItsTime() throws Exception {
    try (EmulatorNode node = EmulatorNode.start(epmd);
        NodeClient client = connect(node)) {
      UnreachableException e =
          assertThrows(
              UnreachableException.class,
              () -> client.call("timer", "sleep", List.of(WireTerms.atom("infinity")), atOnce()));
      assertEquals(Stage.REQUEST, ((UnreachableReason.NoAnswer) e.reason()).stage());
    }
  }

  @Test
  void theNodeEndsWhileItIsAsked() throws Exception {
    try (EmulatorNode node = EmulatorNode.start(epmd);
        NodeClient client = connect(node)) {
      UnreachableException e =
          assertThrows(
              UnreachableException.class, () -> client.call("erlang", "halt", List.of(), soon()));
      assertInstanceOf(UnreachableReason.Lost.class, e.reason());
    }
  }

  @Test
  void theNodeTakesCertainNodesOnly() throws Exception {
    try (EmulatorNode node = EmulatorNode.start(epmd, "-eval", "net_kernel:allow([some@where]).")) {
      reason(UnreachableReason.NotAllowed.class, node.name(), node.network(), soon());
    }
  }

  @Test
  void somethingElseHasThePort() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket registered = epmd.register("other", other.getLocalPort())) {
      Thread.ofVirtual().start(() -> greet(other));
      reason(UnreachableReason.NoNode.class, here("other"), network(), soon());
      assertTrue(registered.isConnected());
    }
  }

  @Test
  void nobodyHasThePort() throws Exception {
    try (Socket registered = epmd.register("gone", TestEpmd.freePort())) {
      reason(UnreachableReason.PortClosed.class, here("gone"), network(), soon());
      assertTrue(registered.isConnected());
    }
  }

  private static void greet(ServerSocket server) {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          socket.getOutputStream().write("220 mail ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  @Test
  void allOurNamesAreTaken() throws Exception {
    List<NodeClient> clients = new ArrayList<>();
    try (EmulatorNode node = EmulatorNode.start(epmd)) {
      for (int i = 0; i < 16; i++) {
        clients.add(connect(node));
      }
      reason(UnreachableReason.NamesTaken.class, node.name(), node.network(), soon());
      clients.forEach(NodeClient::close);
    }
  }

  /** They get in each other's way at the node, and none may take that for something else. */
  @Test
  void severalAskAtTheSameTime() throws Exception {
    try (EmulatorNode node = EmulatorNode.start(epmd);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 5; round++) {
        Callable<String> ask =
            () -> {
              try (NodeClient client = connect(node)) {
                return TermPrinter.print(client.call("erlang", "node", List.of(), soon()));
              }
            };
        for (Future<String> answer : threads.invokeAll(Collections.nCopies(8, ask))) {
          assertEquals(TermPrinter.atom(node.name().full()), answer.get());
        }
      }
    }
  }

  /** A process that waits for us is told when we are gone. */
  @Test
  void whoWatchesUsIsToldOfOurEnd() throws Exception {
    String watch =
        "register(watch, spawn(fun() -> receive {Client, Other} ->"
            + " R = monitor(process, Client), Other ! watching,"
            + " receive {'DOWN', R, process, _, Why} -> Other ! Why end end end)).";
    try (EmulatorNode node = EmulatorNode.start(epmd, "-eval", watch);
        NodeClient other = connect(node)) {
      NodeClient client = connect(node);
      client.send("watch", WireTerms.tuple(client.self(), other.self()), soon());
      assertEquals("watching", TermPrinter.print(other.receive(soon())));
      client.close();
      assertEquals("noconnection", TermPrinter.print(other.receive(soon())));
    }
  }
}
