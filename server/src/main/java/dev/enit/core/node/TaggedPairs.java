package dev.enit.core.node;

import dev.enit.core.config.Environments;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists of pairs with an atom in front, as Erlang keeps environments. */
final class TaggedPairs {
  private TaggedPairs() {}

  /** By name; what is no such pair is left out. */
  static SortedMap<String, Term> of(Term list) {
    SortedMap<String, Term> pairs = new TreeMap<>();
    if (list instanceof Term.ListTerm(var _, var elements, var _)) {
      for (Term each : elements) {
        if (each instanceof Term.Tuple(var _, var pair)
            && pair.size() == 2
            && pair.getFirst() instanceof Term.Atom key) {
          pairs.putIfAbsent(key.name(), pair.getLast());
        }
      }
    }
    return pairs;
  }

  /** Environments by application. */
  static Environments environments(Term list) {
    SortedMap<String, SortedMap<String, Term>> environments = new TreeMap<>();
    of(list).forEach((application, keys) -> environments.put(application, of(keys)));
    return new Environments(environments);
  }

  static Term term(Map<String, Term> pairs) {
    return list(pairs.entrySet().stream().map(e -> pair(e.getKey(), e.getValue())).toList());
  }

  static Term term(Environments environments) {
    return list(
        environments.applications().entrySet().stream()
            .map(e -> pair(e.getKey(), term(e.getValue())))
            .toList());
  }

  static Term pair(String key, Term value) {
    return WireTerms.tuple(WireTerms.atom(key), value);
  }

  private static Term list(List<Term> pairs) {
    return WireTerms.list(pairs);
  }
}
