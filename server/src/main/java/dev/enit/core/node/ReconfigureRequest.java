package dev.enit.core.node;

import dev.enit.core.config.KnownSecrets;
import dev.enit.core.config.NodeText;
import dev.enit.core.node.ReconfigureOutcome.Cause;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Has a node make a change. The node does it alone and as a whole; when we go away before it is
 * done, it takes back what it did.
 */
public final class ReconfigureRequest {
  private static final String LOCK = "enit_reconfigure";

  /** For everything but the applications. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final Agent agent;
  private volatile boolean isCancelled;

  public ReconfigureRequest(Agent agent) {
    this.agent = agent;
  }

  /**
   * Carries out a plan.
   *
   * @param timeout for each application that is told of it
   * @param telling takes the name of each application just before it is told
   * @throws UnreachableException where the connection ends first: then it is unknown here what
   *     became of it
   */
  public ReconfigureOutcome run(ReconfigurePlan plan, Duration timeout, Consumer<String> telling)
      throws UnreachableException {
    if (isCancelled) {
      return new ReconfigureOutcome.Undone(new Cause.Cancelled(), List.of(), List.of());
    }
    if (!plan.isNews()) {
      return new ReconfigureOutcome.Applied(List.of());
    }
    KnownSecrets secrets =
        KnownSecrets.of(plan.diff().release().config(), plan.diff().running().environments());
    // An application may be told twice: of the change, and of its opposite.
    Duration longest = timeout.multipliedBy(2L * plan.toldCount()).plus(MARGIN);
    try {
      Term change = plan.term(agent.client().self(), timeout);
      Term request = WireTerms.tuple(WireTerms.atom("change"), change);
      Term reply = agent.request(request, message -> told(message, telling), Deadline.in(longest));
      return masked(outcome(MapFields.of(reply)), secrets);
    } catch (AgentRefusal refusal) {
      return masked(refused(refusal.reason()), secrets);
    }
  }

  /**
   * Has the change taken back, if that is still possible; {@link #run} says whether it was. May be
   * called from another thread, and again: the node hears it only once it has begun.
   */
  public void cancel(Deadline deadline) {
    isCancelled = true;
    try {
      agent
          .client()
          .send(LOCK, WireTerms.tuple(WireTerms.atom("cancel"), agent.client().self()), deadline);
    } catch (UnreachableException e) {
      // Without a connection the node takes the change back by itself.
    }
  }

  /** {@code {enit_change, {telling, App}}}. */
  private static void told(Term message, Consumer<String> telling) {
    List<Term> ours = WireTerms.tagged(message, "enit_change", 2);
    List<Term> app = ours.isEmpty() ? List.of() : WireTerms.tagged(ours.getLast(), "telling", 2);
    if (!app.isEmpty()) {
      telling.accept(text(app.getLast()));
    }
  }

  /** What an application said may contain the value that it was told. */
  private static ReconfigureOutcome masked(ReconfigureOutcome outcome, KnownSecrets secrets) {
    return switch (outcome) {
      case ReconfigureOutcome.Applied(var told) ->
          new ReconfigureOutcome.Applied(masked(told, secrets));
      case ReconfigureOutcome.Undone(Cause.ByEffect(var key, var reason), var told, var undone) ->
          new ReconfigureOutcome.Undone(
              new Cause.ByEffect(key, secrets.masked(reason)),
              masked(told, secrets),
              masked(undone, secrets));
      case ReconfigureOutcome.Undone(var cause, var told, var undone) ->
          new ReconfigureOutcome.Undone(cause, masked(told, secrets), masked(undone, secrets));
      case ReconfigureOutcome.Failed(var reason) ->
          new ReconfigureOutcome.Failed(secrets.masked(reason));
      default -> outcome;
    };
  }

  private static List<ConfigChangeAnswer> masked(
      List<ConfigChangeAnswer> answers, KnownSecrets secrets) {
    return answers.stream()
        .map(a -> new ConfigChangeAnswer(a.application(), a.kind(), secrets.masked(a.text())))
        .toList();
  }

  private static ReconfigureOutcome outcome(MapFields reply) {
    List<ConfigChangeAnswer> told = ConfigChangeAnswer.all(reply.list("told"));
    return reply.text("outcome").orElse("").equals("applied")
        ? new ReconfigureOutcome.Applied(told)
        : new ReconfigureOutcome.Undone(
            reply.value("cause").map(ReconfigureRequest::cause).orElse(new Cause.Cancelled()),
            told,
            ConfigChangeAnswer.all(reply.list("undone")));
  }

  private static Cause cause(Term cause) {
    List<Term> application = WireTerms.tagged(cause, "application", 2);
    if (!application.isEmpty()) {
      return new Cause.ByApplication(text(application.get(1)));
    }
    List<Term> effect = WireTerms.tagged(cause, "effect", 3);
    return effect.isEmpty()
        ? new Cause.Cancelled()
        : new Cause.ByEffect(text(effect.get(1)), text(effect.get(2)));
  }

  private static ReconfigureOutcome refused(Term reason) {
    if (WireTerms.isAtom(reason, "busy")) {
      return new ReconfigureOutcome.Busy();
    }
    if (WireTerms.isAtom(reason, "starting")) {
      return new ReconfigureOutcome.StillStarting();
    }
    if (WireTerms.isAtom(reason, "stopping")) {
      return new ReconfigureOutcome.AlreadyStopping();
    }
    if (WireTerms.isAtom(reason, "controller")) {
      return new ReconfigureOutcome.Blocked();
    }
    if (WireTerms.isAtom(reason, "outdated")) {
      return new ReconfigureOutcome.Changed(List.of());
    }
    List<Term> changed = WireTerms.tagged(reason, "changed", 2);
    if (!changed.isEmpty() && changed.getLast() instanceof Term.ListTerm keys) {
      return new ReconfigureOutcome.Changed(
          keys.elements().stream().map(ReconfigureRequest::key).toList());
    }
    return new ReconfigureOutcome.Failed(TermPrinter.print(reason));
  }

  private static String key(Term pair) {
    return pair instanceof Term.Tuple(var _, var parts) && parts.size() == 2
        ? text(parts.get(0)) + " " + text(parts.get(1))
        : "";
  }

  private static String text(Term term) {
    return NodeText.of(term).orElse("");
  }
}
