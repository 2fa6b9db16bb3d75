package dev.enit.core.node;

import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Term;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a node tells of itself again and again, for as long as the connection stands: {@code
 * enit_watch} in it looks, and sends what changed. For one thread, but for {@link #close}.
 */
public final class NodeWatch implements AutoCloseable {
  /** Between two looks. */
  public static final Duration INTERVAL = Duration.ofSeconds(2);

  /** How long a node may be silent that runs. */
  private static final Duration SILENCE = Duration.ofSeconds(6);

  private final Agent agent;

  /**
   * What a node told.
   *
   * @param config empty where it is as it was, or the node cannot say at the moment
   * @param code empty where it is as it was
   */
  public record News(NodeInfo info, Optional<RunningConfig> config, Optional<RunningCode> code) {}

  private NodeWatch(Agent agent) {
    this.agent = agent;
  }

  /**
   * Has a node tell of itself.
   *
   * @param agent a connection that is for nothing else from now on
   */
  public static NodeWatch begin(Agent agent, Deadline deadline)
      throws UnreachableException, AgentRefusal {
    Term interval = WireTerms.integer(INTERVAL.toMillis());
    agent.request(
        WireTerms.tuple(WireTerms.atom("watch"), agent.client().self(), interval), deadline);
    return new NodeWatch(agent);
  }

  /**
   * The next news, within the interval as a rule.
   *
   * @throws UnreachableException where the node has gone, or is silent for too long
   */
  public News next() throws UnreachableException {
    Deadline deadline = Deadline.in(SILENCE);
    while (true) {
      List<Term> news = WireTerms.tagged(agent.client().receive(deadline), "enit_watch", 4);
      if (!news.isEmpty()) {
        return new News(NodeInfo.of(news.get(1)), config(news.get(2)), code(news.get(3)));
      }
    }
  }

  private static Optional<RunningConfig> config(Term snapshot) {
    return snapshot instanceof Term.MapTerm
        ? Optional.of(RunningConfig.of(snapshot))
        : Optional.empty();
  }

  private static Optional<RunningCode> code(Term code) {
    return code instanceof Term.MapTerm ? Optional.of(RunningCode.of(code)) : Optional.empty();
  }

  @Override
  public void close() {
    agent.close();
  }
}
