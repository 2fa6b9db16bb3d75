package dev.enit.core.node;

import dev.enit.core.config.ConfigDiff.KeyChange;
import dev.enit.core.config.Environments;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What enit last put into a node. The node keeps it, and it is gone with the node.
 *
 * @param version of the release at the start of the node
 * @param applications of the release and its extensions at the start; empty where enit did not
 *     start the node
 * @param config what was applied last
 * @param original the environments before enit changed them
 * @param node the node section at the start, without the cookie; empty where enit did not start the
 *     node
 * @param waiting what was applied and takes effect with a restart only
 */
public record AppliedRecord(
    String release,
    Optional<String> version,
    Optional<List<String>> applications,
    Environments config,
    Environments original,
    Optional<SortedMap<String, Term>> node,
    List<Waiting> waiting) {
  private static final String UNSET = "$unset";
  private static final String UNKNOWN = "$unknown";

  /** A key that was set while the node runs, and is read when it starts. */
  public record Waiting(String application, String key, AtStart atStart) {
    Term term() {
      Term value =
          switch (atStart) {
            case AtStart.Value(Term term) -> term;
            case AtStart.Unset _ -> WireTerms.atom(UNSET);
            case AtStart.Unknown _ -> WireTerms.atom(UNKNOWN);
          };
      return WireTerms.tuple(WireTerms.atom(application), WireTerms.atom(key), value);
    }

    boolean isOf(KeyChange change) {
      return application.equals(change.application()) && key.equals(change.key());
    }
  }

  /** What a key had when the node started, which is in force until the node starts again. */
  public sealed interface AtStart {
    record Value(Term term) implements AtStart {}

    record Unset() implements AtStart {}

    /** Enit did not start the node, or the application was loaded later. */
    record Unknown() implements AtStart {}

    /** The value; empty where there was none, or it is not known. */
    default Optional<Term> value() {
      return this instanceof Value(Term term) ? Optional.of(term) : Optional.empty();
    }

    /** Returns whether a value is the one of the start, for certain. */
    default boolean is(Optional<Term> other) {
      return !(this instanceof Unknown) && Environments.same(value(), other);
    }
  }

  /** Returns whether enit started the node. */
  boolean isOfStart() {
    return node.isPresent();
  }

  /**
   * What a key had at the start of the node.
   *
   * @param change of the key; what enit applied last is what it had at the start, unless the key is
   *     among those that wait
   */
  AtStart atStart(KeyChange change) {
    Optional<Waiting> known = waiting(change);
    if (known.isPresent()) {
      return known.get().atStart();
    }
    if (!isOfStart() || !original.has(change.application())) {
      return new AtStart.Unknown();
    }
    return change
        .applied()
        .or(() -> original.value(change.application(), change.key()))
        .<AtStart>map(AtStart.Value::new)
        .orElseGet(AtStart.Unset::new);
  }

  private Optional<Waiting> waiting(KeyChange change) {
    return waiting.stream().filter(key -> key.isOf(change)).findFirst();
  }

  static AppliedRecord of(Term term) {
    MapFields fields = MapFields.of(term);
    return new AppliedRecord(
        fields.text("release").orElse(""),
        fields.text("vsn"),
        fields.value("applications").map(_ -> fields.texts("applications")),
        fields.value("config").map(TaggedPairs::environments).orElse(Environments.NONE),
        fields.value("original").map(TaggedPairs::environments).orElse(Environments.NONE),
        fields.value("node").map(TaggedPairs::of),
        waiting(fields.list("waiting")));
  }

  private static AtStart atStart(Term value) {
    if (WireTerms.isAtom(value, UNSET)) {
      return new AtStart.Unset();
    }
    return WireTerms.isAtom(value, UNKNOWN) ? new AtStart.Unknown() : new AtStart.Value(value);
  }

  private static List<Waiting> waiting(List<Term> list) {
    List<Waiting> waiting = new ArrayList<>();
    for (Term each : list) {
      if (each instanceof Term.Tuple(var _, var parts)
          && parts.size() == 3
          && parts.get(0) instanceof Term.Atom application
          && parts.get(1) instanceof Term.Atom key) {
        waiting.add(new Waiting(application.name(), key.name(), atStart(parts.get(2))));
      }
    }
    return waiting;
  }
}
