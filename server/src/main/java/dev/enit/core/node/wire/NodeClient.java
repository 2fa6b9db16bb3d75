package dev.enit.core.node.wire;

import com.ericsson.otp.erlang.OtpAuthException;
import com.ericsson.otp.erlang.OtpConnection;
import com.ericsson.otp.erlang.OtpErlangExit;
import com.ericsson.otp.erlang.OtpErlangList;
import dev.enit.core.config.Cookie;
import dev.enit.core.node.wire.UnreachableReason.Stage;
import dev.enit.grammar.term.Term;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/**
 * A connection with a node, as one process of a hidden node that takes no connections itself. For
 * one thread at a time; after a missed deadline it is closed, since a late answer would be taken
 * for that of the next question.
 */
public final class NodeClient implements AutoCloseable {
  private final NodeName node;
  private final OtpConnection connection;
  private final WatchedTransport transport;

  private NodeClient(NodeName node, Connector.Connected connected) {
    this.node = node;
    this.connection = connected.connection();
    this.transport = connected.transport();
  }

  /**
   * Connects.
   *
   * @throws UnreachableException with the reason, told apart as far as it can be seen from outside
   */
  public static NodeClient connect(NodeName node, Cookie cookie, Network network, Deadline deadline)
      throws UnreachableException {
    return new NodeClient(node, new Connector(node, cookie, network, deadline).connect());
  }

  public NodeName node() {
    return node;
  }

  /** Where the node listens: at the address at which it was found, with its port. */
  public InetSocketAddress address() {
    return transport.address();
  }

  /** Our process: what a process of the node sends to it, {@link #receive} returns. */
  public Term self() {
    return TermDecoder.term(connection.self().pid(), node.full());
  }

  /** Calls a function in the node, see {@link #call(String, String, List, Consumer, Deadline)}. */
  public Term call(String module, String function, List<Term> arguments, Deadline deadline)
      throws UnreachableException, BadRpc {
    return call(module, function, arguments, _ -> {}, deadline);
  }

  /**
   * Calls a function in the node and waits for its result.
   *
   * @param message takes every message that comes before the result
   * @throws BadRpc where the function crashes or is not there
   */
  public Term call(
      String module,
      String function,
      List<Term> arguments,
      Consumer<Term> message,
      Deadline deadline)
      throws UnreachableException, BadRpc {
    OtpErlangList converted = new OtpErlangList(TermEncoder.objects(arguments));
    sending(() -> connection.sendRPC(module, function, converted), deadline);
    while (true) {
      Term received = receive(deadline);
      List<Term> answer = WireTerms.tagged(received, "rex", 2);
      if (!answer.isEmpty()) {
        return result(answer.getLast());
      }
      message.accept(received);
    }
  }

  private static Term result(Term result) throws BadRpc {
    List<Term> bad = WireTerms.tagged(result, "badrpc", 2);
    if (!bad.isEmpty()) {
      throw new BadRpc(bad.getLast());
    }
    return result;
  }

  /** Sends a message to a registered process. */
  public void send(String registered, Term message, Deadline deadline) throws UnreachableException {
    sending(() -> connection.send(registered, TermEncoder.object(message)), deadline);
  }

  private interface Sending {
    void run() throws IOException;
  }

  private void sending(Sending sending, Deadline deadline) throws UnreachableException {
    transport.until(deadline);
    try {
      sending.run();
    } catch (IOException e) {
      throw ended(transport.isLate() ? noAnswer(deadline) : new UnreachableReason.Lost(node));
    }
  }

  /** The next message to our process. */
  public Term receive(Deadline deadline) throws UnreachableException {
    try {
      return TermDecoder.term(
          connection.receive(Math.max(1, deadline.remaining().toMillis())), node.full());
    } catch (InterruptedException e) {
      // In this way jinterface tells a missed deadline as well.
      throw ended(noAnswer(deadline));
    } catch (IOException | OtpErlangExit | OtpAuthException | StackOverflowError e) {
      MessageFault fault = transport.fault();
      throw ended(
          fault == null
              ? new UnreachableReason.Lost(node)
              : new UnreachableReason.BadMessage(node, fault.words()));
    }
  }

  private UnreachableReason noAnswer(Deadline deadline) {
    return new UnreachableReason.NoAnswer(node, Stage.REQUEST, deadline.allowed());
  }

  private UnreachableException ended(UnreachableReason reason) {
    close();
    return new UnreachableException(reason);
  }

  /** Ends the connection; a caller that waits for an answer is told that it was lost. */
  @Override
  public void close() {
    connection.close();
  }
}
