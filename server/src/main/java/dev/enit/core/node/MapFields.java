package dev.enit.core.node;

import dev.enit.core.config.NodeText;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map from a node, by the names of its keys. What is absent or of another kind is empty. */
final class MapFields {
  private final Map<String, Term> fields = new HashMap<>();

  private MapFields() {}

  /** Of a map; of any other term none. */
  static MapFields of(Term term) {
    MapFields read = new MapFields();
    if (term instanceof Term.MapTerm map) {
      for (Term.Association entry : map.associations()) {
        if (entry.key() instanceof Term.Atom key) {
          read.fields.put(key.name(), entry.value());
        }
      }
    }
    return read;
  }

  /** The value of a key; {@code undefined} is none. */
  Optional<Term> value(String key) {
    return Optional.ofNullable(fields.get(key)).filter(v -> !WireTerms.isAtom(v, "undefined"));
  }

  /** Text, from a binary, a string or an atom. */
  Optional<String> text(String key) {
    return value(key).flatMap(NodeText::of);
  }

  Optional<Long> number(String key) {
    return value(key)
        .filter(Term.Int.class::isInstance)
        .map(term -> ((Term.Int) term).value().longValue());
  }

  List<Term> list(String key) {
    return value(key)
        .filter(Term.ListTerm.class::isInstance)
        .map(term -> ((Term.ListTerm) term).elements())
        .orElse(List.of());
  }

  List<String> texts(String key) {
    return list(key).stream().flatMap(term -> NodeText.of(term).stream()).toList();
  }
}
