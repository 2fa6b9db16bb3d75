package dev.enit.core.node.wire;

import dev.enit.core.config.Cookie;
import dev.enit.core.node.wire.Unreachable.Stage;
import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Term;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection with a node, as one process of a hidden node that takes no connections itself. For
 * one thread at a time; after a missed deadline it is closed, since a late answer would be taken
 * for that of the next question.
 */
public final class NodeClient implements AutoCloseable {
  private static final int PASS_THROUGH = 112;
  private static final int SEND = 2;
  private static final int REG_SEND = 6;
  private static final int SEND_TRACED = 12;
  private static final byte[] TICK = {0, 0, 0, 0};

  private final NodeName node;
  private final Link link;
  private final Term.Opaque self;

  private NodeClient(NodeName node, Connecting.Connected connected) {
    this.node = node;
    this.link = connected.link();
    this.self = pid(connected.ours(), connected.creation());
  }

  /**
   * Connects.
   *
   * @throws NodeUnreachable with the reason, told apart as far as it can be seen from outside
   */
  public static NodeClient connect(NodeName node, Cookie cookie, Network network, Deadline deadline)
      throws NodeUnreachable {
    return new NodeClient(node, new Connecting(node, cookie, network, deadline).connect());
  }

  public NodeName node() {
    return node;
  }

  /** Our process: what a process of the node sends to it, {@link #receive} returns. */
  public Term self() {
    return self;
  }

  /** Calls a function in the node, see {@link #call(String, String, List, Consumer, Deadline)}. */
  public Term call(String module, String function, List<Term> arguments, Deadline deadline)
      throws NodeUnreachable, BadRpc {
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
      throws NodeUnreachable, BadRpc {
    send(
        "rex",
        Terms.tuple(
            self,
            Terms.tuple(
                Terms.atom("call"),
                Terms.atom(module),
                Terms.atom(function),
                Terms.list(arguments),
                Terms.atom("user"))),
        deadline);
    while (true) {
      Term received = receive(deadline);
      List<Term> answer = Terms.tagged(received, "rex", 2);
      if (!answer.isEmpty()) {
        return result(answer.getLast());
      }
      message.accept(received);
    }
  }

  private static Term result(Term result) throws BadRpc {
    List<Term> bad = Terms.tagged(result, "badrpc", 2);
    if (!bad.isEmpty()) {
      throw new BadRpc(bad.getLast());
    }
    return result;
  }

  /** Sends a message to a registered process. */
  public void send(String registered, Term message, Deadline deadline) throws NodeUnreachable {
    Term control =
        Terms.tuple(Terms.integer(REG_SEND), self, Terms.atom(""), Terms.atom(registered));
    byte[] head = ExternalTerm.encode(control);
    byte[] body = ExternalTerm.encode(message);
    int length = 1 + head.length + body.length;
    ByteSink frame = new ByteSink(4 + length).write4(length).write1(PASS_THROUGH);
    try {
      link.write(frame.write(head).write(body).toByteArray(), deadline);
    } catch (IOException e) {
      throw ended(e, deadline);
    }
  }

  /** The next message to our process. */
  public Term receive(Deadline deadline) throws NodeUnreachable {
    try {
      while (true) {
        byte[] frame = link.frame(deadline);
        if (frame.length == 0) {
          link.write(TICK, deadline);
          continue;
        }
        Term message = message(frame);
        if (message != null) {
          return message;
        }
      }
    } catch (IOException e) {
      throw ended(e, deadline);
    }
  }

  /** Links, monitors and the like concern a process that never ends before its connection. */
  private @Nullable Term message(byte[] frame) throws IOException {
    TermReader reader = new TermReader(frame, 1, node.full());
    boolean isMessage =
        frame[0] == PASS_THROUGH
            && reader.versioned() instanceof Term.Tuple control
            && control.elements().getFirst() instanceof Term.Int tag
            && (tag.value().intValue() == SEND || tag.value().intValue() == SEND_TRACED);
    return isMessage ? reader.versioned() : null;
  }

  private NodeUnreachable ended(IOException e, Deadline deadline) {
    close();
    return new NodeUnreachable(
        e instanceof SocketTimeoutException
            ? new Unreachable.NoAnswer(node, Stage.REQUEST, deadline.allowed())
            : new Unreachable.Lost(node));
  }

  /** Ends the connection; whoever waits for an answer is told that it was lost. */
  @Override
  public void close() {
    link.close();
  }

  private static Term.Opaque pid(NodeName ours, int creation) {
    ByteSink out = new ByteSink(64).write1(Tag.NEW_PID);
    TermWriter.write(Terms.atom(ours.full()), out);
    out.write4(1).write4(0).write4(creation);
    return new Term.Opaque(Terms.NOWHERE, "<" + ours.full() + ".1.0>", Bytes.of(out.toByteArray()));
  }
}
