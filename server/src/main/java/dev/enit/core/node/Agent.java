package dev.enit.core.node;

import dev.enit.core.config.Cookie;
import dev.enit.core.config.NodeText;
import dev.enit.core.node.wire.BadRpc;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeClient;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * What enit asks inside a node: one function of the module {@code enit_agent}. A node that enit did
 * not start, or that an older enit started, gets the module from here; the usual case takes one
 * question and one answer.
 */
public final class Agent implements AutoCloseable {
  /** Of the requests and answers, as in {@code enit_agent.hrl}. */
  private static final int VERSION = 4;

  /** How often a node may lack something: the agent, and then what the agent hands changes to. */
  private static final int LOADS = 2;

  private static final String AGENT = "enit_agent";

  private final NodeClient client;

  private Agent(NodeClient client) {
    this.client = client;
  }

  /**
   * Connects with a node.
   *
   * @throws UnreachableException with the reason
   */
  public static Agent connect(NodeName node, Cookie cookie, Network network, Deadline deadline)
      throws UnreachableException {
    return new Agent(NodeClient.connect(node, cookie, network, deadline));
  }

  /** The connection, for messages between our process and processes of the node. */
  public NodeClient client() {
    return client;
  }

  /** The map of {@code {status, …}}: what runs, since when, with how much memory. */
  public NodeInfo status(Deadline deadline) throws UnreachableException, AgentRefusal {
    return NodeInfo.of(request(WireTerms.atom("status"), deadline));
  }

  /** The map of {@code snapshot}: every loaded application with its environment. */
  public Term snapshot(Deadline deadline) throws UnreachableException, AgentRefusal {
    return request(WireTerms.atom("snapshot"), deadline);
  }

  /** Asks for something that brings no messages with it. */
  public Term request(Term request, Deadline deadline) throws UnreachableException, AgentRefusal {
    return request(request, _ -> {}, deadline);
  }

  /**
   * Asks for something.
   *
   * @param progress takes the messages that come before the answer
   * @return what the answer has behind {@code ok}
   * @throws AgentRefusal with what it has behind {@code error}
   */
  public Term request(Term request, Consumer<Term> progress, Deadline deadline)
      throws UnreachableException, AgentRefusal {
    for (int loaded = 0; ; loaded++) {
      Term answer = ask(request, progress, deadline);
      List<Term> ok = WireTerms.tagged(answer, "ok", 2);
      if (!ok.isEmpty()) {
        return ok.getLast();
      }
      Term reason = reason(answer);
      List<String> missing = missing(reason);
      if (missing.isEmpty() || loaded == LOADS) {
        throw new AgentRefusal(reason);
      }
      for (String module : missing) {
        load(module, deadline);
      }
    }
  }

  private Term ask(Term request, Consumer<Term> progress, Deadline deadline)
      throws UnreachableException {
    try {
      List<Term> arguments = List.of(WireTerms.integer(VERSION), request);
      return client.call(AGENT, "request", arguments, progress, deadline);
    } catch (BadRpc e) {
      return WireTerms.tuple(WireTerms.atom("error"), isWithoutAgent(e) ? load(AGENT) : e.reason());
    }
  }

  private static Term reason(Term answer) {
    List<Term> error = WireTerms.tagged(answer, "error", 2);
    return error.isEmpty() ? answer : error.getLast();
  }

  /** {@code {'EXIT', {undef, [{enit_agent, request, …} | …]}}}. */
  private static boolean isWithoutAgent(BadRpc e) {
    List<Term> exit = WireTerms.tagged(e.reason(), "EXIT", 2);
    List<Term> undef = exit.isEmpty() ? List.of() : WireTerms.tagged(exit.getLast(), "undef", 2);
    return !undef.isEmpty()
        && undef.getLast() instanceof Term.ListTerm stack
        && !stack.elements().isEmpty()
        && stack.elements().getFirst() instanceof Term.Tuple call
        && WireTerms.isAtom(call.elements().getFirst(), AGENT);
  }

  private static Term load(String module) {
    return WireTerms.tuple(WireTerms.atom("load"), WireTerms.list(List.of(WireTerms.atom(module))));
  }

  /** The modules that the node says it lacks, or has in another version. */
  private static List<String> missing(Term reason) {
    List<Term> load = WireTerms.tagged(reason, "load", 2);
    return !load.isEmpty() && load.getLast() instanceof Term.ListTerm modules
        ? modules.elements().stream().flatMap(module -> NodeText.of(module).stream()).toList()
        : List.of();
  }

  private void load(String module, Deadline deadline) throws UnreachableException, AgentRefusal {
    try {
      Term name = WireTerms.atom(module);
      client.call("code", "purge", List.of(name), deadline);
      List<Term> arguments =
          List.of(
              name,
              new Term.Str(WireTerms.NOWHERE, module + ".beam"),
              WireTerms.bytes(ErlangSide.module(module)));
      Term answer = client.call("code", "load_binary", arguments, deadline);
      if (WireTerms.tagged(answer, "module", 2).isEmpty()) {
        throw new AgentRefusal(answer);
      }
    } catch (BadRpc e) {
      throw new AgentRefusal(e.reason());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
