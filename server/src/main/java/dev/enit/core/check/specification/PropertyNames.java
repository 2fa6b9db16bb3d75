package dev.enit.core.check.specification;

import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.text.NearestName;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of the properties of a specification, and suggestions for unknown ones. */
final class PropertyNames {
  static final String VERSION = "vsn";
  static final String APPLICATIONS = "applications";
  private static final List<String> KNOWN = List.of(VERSION, APPLICATIONS);
  // The names of the properties in other formats.
  private static final Map<String, String> OTHER_WORDS =
      Map.of("version", VERSION, "apps", APPLICATIONS);

  /** A property with an unknown name: {@code {Key, Value}}. */
  record Unknown(Term.Tuple tuple, Term.Atom key) {
    /** Returns the known property that it probably means. */
    Optional<String> meant() {
      return Optional.ofNullable(OTHER_WORDS.get(key.name()))
          .or(() -> NearestName.one(key.name(), KNOWN));
    }
  }

  private PropertyNames() {}

  static List<Unknown> unknown(ReleaseSpecification spec) {
    List<Unknown> unknown = new ArrayList<>();
    for (Term property : spec.propertyTerms()) {
      if (property instanceof Term.Tuple tuple
          && !tuple.elements().isEmpty()
          && tuple.elements().getFirst() instanceof Term.Atom key
          && !KNOWN.contains(key.name())) {
        unknown.add(new Unknown(tuple, key));
      }
    }
    return unknown;
  }

  /** Returns the property that is probably a misspelling of a missing known one. */
  static Optional<Unknown> misspelt(ReleaseSpecification spec, String known) {
    return spec.property(known).isPresent()
        ? Optional.empty()
        : unknown(spec).stream()
            .filter(unknown -> unknown.meant().equals(Optional.of(known)))
            .findFirst();
  }
}
