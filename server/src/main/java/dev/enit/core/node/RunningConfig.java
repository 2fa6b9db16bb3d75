package dev.enit.core.node;

import dev.enit.core.config.Environments;
import dev.enit.core.config.NodeText;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.core.release.Release;
import dev.enit.grammar.term.Term;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node as a change of its configuration is planned from it.
 *
 * @param node its name
 * @param pid of its process, in the operating system
 * @param applications those that are loaded
 * @param applied what enit last put into the node; empty where enit never did
 * @param stamp of {@code applied}: the node refuses a change that was planned from another one
 */
public record RunningConfig(
    String node,
    String pid,
    SortedMap<String, Application> applications,
    Optional<AppliedRecord> applied,
    Term stamp) {

  /**
   * A loaded application.
   *
   * @param isRunning whether it is started as well
   * @param isTold whether it is told of changes: it runs and has {@code config_change/3}
   */
  public record Application(
      String version, boolean isRunning, boolean isTold, SortedMap<String, Term> environment) {}

  /** Asks a node. */
  public static RunningConfig of(Agent agent, Deadline deadline)
      throws UnreachableException, AgentRefusal {
    return of(agent.snapshot(deadline));
  }

  /** From the agent's map, see {@code enit_environment.erl}. */
  public static RunningConfig of(Term snapshot) {
    MapFields fields = MapFields.of(snapshot);
    SortedMap<String, Application> applications = new TreeMap<>();
    for (Term each : fields.list("applications")) {
      if (each instanceof Term.Tuple(var _, var parts) && parts.size() == 5) {
        NodeText.of(parts.getFirst())
            .ifPresent(
                name ->
                    applications.put(
                        name,
                        new Application(
                            NodeText.of(parts.get(1)).orElse(""),
                            WireTerms.isAtom(parts.get(2), "running"),
                            WireTerms.isAtom(parts.get(3), "true"),
                            TaggedPairs.of(parts.get(4)))));
      }
    }
    return new RunningConfig(
        fields.text("node").orElse(""),
        fields.text("pid").orElse(""),
        applications,
        fields.value("applied").map(AppliedRecord::of),
        fields.value("stamp").orElse(WireTerms.NIL));
  }

  /** Returns the same values, written as the files of the release write them. */
  public RunningConfig writtenAs(Release release) {
    return new ReleaseNotation(release).of(this);
  }

  /** The environments of the loaded applications. */
  public Environments environments() {
    SortedMap<String, SortedMap<String, Term>> environments = new TreeMap<>();
    for (Map.Entry<String, Application> each : applications.entrySet()) {
      environments.put(each.getKey(), each.getValue().environment());
    }
    return new Environments(environments);
  }

  /** Returns whether an application is told of changes. */
  public boolean isTold(String application) {
    Application found = applications.get(application);
    return found != null && found.isTold();
  }

  public boolean isRunning(String application) {
    Application found = applications.get(application);
    return found != null && found.isRunning();
  }
}
