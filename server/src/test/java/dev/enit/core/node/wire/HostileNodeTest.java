package dev.enit.core.node.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ericsson.otp.erlang.OtpConnection;
import com.ericsson.otp.erlang.OtpErlangAtom;
import com.ericsson.otp.erlang.OtpErlangLong;
import com.ericsson.otp.erlang.OtpErlangObject;
import com.ericsson.otp.erlang.OtpErlangPid;
import com.ericsson.otp.erlang.OtpErlangTuple;
import com.ericsson.otp.erlang.OtpOutputStream;
import com.ericsson.otp.erlang.OtpSelf;
import com.ericsson.otp.erlang.OtpServerSocketTransport;
import com.ericsson.otp.erlang.OtpServerTransport;
import com.ericsson.otp.erlang.OtpSocketTransportFactory;
import com.ericsson.otp.erlang.OtpTransport;
import dev.enit.core.host.HostName;
import dev.enit.core.node.EmulatorNode;
import dev.enit.core.node.TestEpmd;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests a hostile peer that knows the cookie: what it sends ends the connection at once, with a
 * message, and costs neither memory nor a thread.
 */
@Tag("node")
final class HostileNodeTest {
  private static final int NIL = 106;

  private TestEpmd epmd;
  private OtpSelf self;
  private Socket registration;
  private volatile @Nullable OtpTransport accepted;

  @BeforeEach
  void start() throws IOException {
    epmd = TestEpmd.start();
    String alive = "hostile";
    self =
        new OtpSelf(
            alive + "@" + HostName.shortName(), EmulatorNode.COOKIE.reveal(), 0, new Listening());
    registration = epmd.register(alive, self.port());
  }

  @AfterEach
  void end() throws IOException {
    registration.close();
    epmd.close();
  }

  private final class Listening extends OtpSocketTransportFactory {
    @Override
    public OtpServerTransport createServerTransport(int port) throws IOException {
      return new OtpServerSocketTransport(port) {
        @Override
        public OtpTransport accept() throws IOException {
          OtpTransport transport = super.accept();
          accepted = transport;
          return transport;
        }
      };
    }
  }

  /** Returns what it sends, and the rule that it breaks. */
  static Stream<Arguments> messages() {
    int deep = TermScan.DEEPEST + 1;
    return Stream.of(
        Arguments.of(header(1 << 30), fault("too-long", 1L << 30, 64)),
        Arguments.of(header(-1), fault("too-long", 0xFFFF_FFFFL, 64)),
        Arguments.of(header(Integer.MIN_VALUE), fault("too-long", 1L << 31, 64)),
        // No pass-through tag, no version, an unknown tag, an end too early, a compressed term.
        Arguments.of(frame(new byte[] {1, 2, 3}), fault("malformed", 1)),
        Arguments.of(frame(new byte[] {112, 1}), fault("malformed", 2)),
        Arguments.of(message(new byte[] {(byte) 200}), null),
        Arguments.of(message(new byte[] {109, 0, 0, 1, 0, 1}), null),
        Arguments.of(message(new byte[] {80, 0, 0, 0, 1, 0}), null),
        // Bit strings with a last byte of too many bits or of none; a float as text.
        Arguments.of(message(new byte[] {77, 0, 0, 0, 1, 9, 1}), null),
        Arguments.of(message(new byte[] {77, 0, 0, 0, 0, 1}), null),
        Arguments.of(message(Arrays.copyOf(new byte[] {99, 'x'}, 32)), null),
        // Lists, tuples and maps with more elements than bytes.
        Arguments.of(message(new byte[] {108, -1, -1, -1, -1, NIL}), null),
        Arguments.of(message(new byte[] {105, -128, 0, 0, 0, NIL}), null),
        Arguments.of(message(new byte[] {116, 64, 0, 0, 0, NIL}), null),
        Arguments.of(message(nested(deep)), fault("too-deep", TermScan.DEEPEST)),
        Arguments.of(message(number(1 << 20)), fault("long-number", 1L << 20, 4096)),
        Arguments.of(message(nils(5_000_000)), fault("too-many", TermScan.MOST_PARTS)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void endsTheConnection(byte[] bytes, String expected) throws Exception {
    UnreachableReason.BadMessage reason =
        assertInstanceOf(UnreachableReason.BadMessage.class, answer(bytes));
    if (expected == null) {
      assertTrue(reason.fault().contains("external term format"), reason.fault());
    } else {
      assertEquals(expected, reason.fault());
    }
    assertTrue(reason.message().contains(expected == null ? "" : expected), reason.message());
  }

  /** A term, but none of the protocol: the reading thread of jinterface ends by it. */
  @Test
  void aControlTermOfAnotherShape() throws Exception {
    OtpOutputStream out = new OtpOutputStream();
    out.write1(112);
    out.write1(131);
    out.write_any(
        tuple(new OtpErlangLong(2), new OtpErlangAtom(""), new OtpErlangAtom("no_process")));
    assertInstanceOf(UnreachableReason.Lost.class, answer(frame(out.toByteArray())));
  }

  /** It goes on sending while nothing is fetched. */
  @Test
  void messagesWithoutEnd() throws Exception {
    byte[] one = message(new byte[] {109, 1, 0, 0, 0}, 1 << 24);
    UnreachableException ended =
        withClient(
            client -> {
              try {
                for (int i = 0; i < 64; i++) {
                  send(one);
                }
              } catch (IOException closed) {
                // As it should be.
              }
              return assertThrows(
                  UnreachableException.class,
                  () -> {
                    while (true) {
                      client.receive(soon());
                    }
                  });
            });
    assertInstanceOf(UnreachableReason.BadMessage.class, ended.reason());
  }

  /** Every kind of term that a node sends passes, at the limits too. */
  @Test
  void everyKindOfTermPasses() throws Exception {
    String code =
        "[a, 'å', 1, -1, 1.5, 1 bsl 40, -(1 bsl 4000), [1,2], lists:seq(1, 70000), [a|b], {}, {a,b},"
            + " list_to_tuple(lists:seq(1, 300)), #{a => []}, <<1,2>>, <<1:3>>, self(), make_ref(),"
            + " hd(erlang:ports()), fun lists:map/2, fun(X) -> X end,"
            + " list_to_atom(lists:duplicate(255, 229)), binary:copy(<<0>>, 20000000)].";
    try (EmulatorNode node = EmulatorNode.start(epmd);
        NodeClient client =
            NodeClient.connect(node.name(), EmulatorNode.COOKIE, node.network(), soon())) {
      Term tokens = part(client, "erl_scan", "string", 3, new Term.Str(WireTerms.NOWHERE, code));
      Term expressions = part(client, "erl_parse", "parse_exprs", 2, tokens);
      Term values = part(client, "erl_eval", "exprs", 3, expressions, WireTerms.list(List.of()));
      assertEquals(23, ((Term.ListTerm) values).elements().size());
    }
    assertNull(TermScan.fault(body(message(nested(TermScan.DEEPEST - 1)))));
    assertNull(TermScan.fault(body(message(number(TermScan.LONGEST_NUMBER)))));
  }

  /** Returns the second element of what a function answers. */
  private static Term part(
      NodeClient client, String module, String function, int size, Term... arguments)
      throws Exception {
    Term answer = client.call(module, function, List.of(arguments), soon());
    Term.Tuple tuple = assertInstanceOf(Term.Tuple.class, answer);
    assertEquals(size, tuple.elements().size(), TermPrinter.print(answer));
    return tuple.elements().get(1);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20));
  }

  private static byte[] body(byte[] frame) {
    return Arrays.copyOfRange(frame, Integer.BYTES, frame.length);
  }

  private UnreachableReason answer(byte[] bytes) throws Exception {
    return withClient(
            client -> {
              send(bytes);
              return assertThrows(UnreachableException.class, () -> client.receive(soon()));
            })
        .reason();
  }

  private interface Body {
    UnreachableException run(NodeClient client) throws Exception;
  }

  private UnreachableException withClient(Body body) throws Exception {
    CompletableFuture<OtpConnection> peer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                peer.complete(self.accept());
              } catch (Exception e) {
                peer.completeExceptionally(e);
              }
            });
    NodeName name = new NodeName("hostile", HostName.shortName());
    Network network = new Network(HostName.shortName(), epmd.port());
    try (NodeClient client = NodeClient.connect(name, EmulatorNode.COOKIE, network, soon())) {
      peer.get();
      return body.run(client);
    } finally {
      accepted().close();
    }
  }

  private OtpTransport accepted() {
    return Objects.requireNonNull(accepted);
  }

  private void send(byte[] bytes) throws IOException {
    OutputStream out = accepted().getOutputStream();
    out.write(bytes);
    out.flush();
  }

  private static String fault(String rule, Object... arguments) {
    return Messages.text("node.fault." + rule, arguments);
  }

  private static byte[] header(int length) {
    return bytes(out -> out.writeInt(length));
  }

  private static byte[] frame(byte[] body) {
    return bytes(
        out -> {
          out.writeInt(body.length);
          out.write(body);
        });
  }

  /** Returns a message to a process: the control term, and this term. */
  private static byte[] message(byte[] term) {
    return message(term, 0);
  }

  private static byte[] message(byte[] term, int zeros) {
    return frame(
        bytes(
            out -> {
              out.write(control());
              out.writeByte(131);
              out.write(term);
              out.write(new byte[zeros]);
            }));
  }

  /** Returns the control term of a message to a process. */
  private static byte[] control() {
    OtpOutputStream out = new OtpOutputStream();
    out.write1(112);
    out.write1(131);
    OtpErlangPid pid = new OtpErlangPid("hostile@nowhere", 1, 0, 1);
    out.write_any(tuple(new OtpErlangLong(2), new OtpErlangAtom(""), pid));
    return out.toByteArray();
  }

  private static OtpErlangTuple tuple(OtpErlangObject... elements) {
    return new OtpErlangTuple(elements);
  }

  private static byte[] nested(int depth) {
    return bytes(
        out -> {
          for (int i = 0; i < depth; i++) {
            out.write(new byte[] {104, 1});
          }
          out.writeByte(NIL);
        });
  }

  private static byte[] number(int size) {
    return bytes(
        out -> {
          out.writeByte(111);
          out.writeInt(size);
          out.write(new byte[size + 1]);
        });
  }

  private static byte[] nils(int count) {
    return bytes(
        out -> {
          out.writeByte(108);
          out.writeInt(count);
          byte[] nils = new byte[count + 1];
          Arrays.fill(nils, (byte) NIL);
          out.write(nils);
        });
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
