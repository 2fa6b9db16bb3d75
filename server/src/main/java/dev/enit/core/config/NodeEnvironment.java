package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environment variables that {@code env} of the node section gives to the emulator: {@code
 * [{"NAME", "value"}]}, of strings.
 *
 * @param variables in their order; if a name is listed twice, with its last value
 * @param faults the parts that cannot be used
 */
public record NodeEnvironment(Map<String, String> variables, List<Fault> faults) {
  /** No variables. */
  public static final NodeEnvironment NONE = new NodeEnvironment(Map.of(), List.of());

  /** The variables that enit sets itself, to find the node and its code. */
  private static final Set<String> RESERVED = Set.of("ERL_LIBS", "ERL_EPMD_PORT");

  /** The kind of a fault. */
  public enum Kind {
    /** Not a list. */
    LIST,
    /** Not a pair of strings. */
    PAIR,
    /** A name that no variable can have, or a NUL in a value. */
    TEXT,
    /** A variable that enit sets. */
    RESERVED
  }

  /**
   * A part of the value that cannot be used.
   *
   * @param term the list, the element or the string that is wrong
   */
  public record Fault(Kind kind, Term term) {}

  public NodeEnvironment {
    variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    faults = List.copyOf(faults);
  }

  /** Reads the value of {@code env}. */
  public static NodeEnvironment of(Term value) {
    if (!TermList.isProper(value)) {
      return new NodeEnvironment(Map.of(), List.of(new Fault(Kind.LIST, value)));
    }
    Map<String, String> variables = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    for (Term element : TermList.elements(value)) {
      Optional<Fault> fault = fault(element);
      fault.ifPresent(faults::add);
      if (fault.isEmpty() && element instanceof Term.Tuple(var _, var pair)) {
        variables.put(string(pair.getFirst()).orElseThrow(), string(pair.getLast()).orElseThrow());
      }
    }
    return new NodeEnvironment(variables, faults);
  }

  private static Optional<Fault> fault(Term element) {
    if (!(element instanceof Term.Tuple(var _, var pair))
        || pair.size() != 2
        || string(pair.getFirst()).isEmpty()
        || string(pair.getLast()).isEmpty()) {
      return Optional.of(new Fault(Kind.PAIR, element));
    }
    String name = string(pair.getFirst()).orElseThrow();
    if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf(0) >= 0) {
      return Optional.of(new Fault(Kind.TEXT, pair.getFirst()));
    }
    if (RESERVED.contains(name)) {
      return Optional.of(new Fault(Kind.RESERVED, pair.getFirst()));
    }
    return string(pair.getLast()).orElseThrow().indexOf(0) >= 0
        ? Optional.of(new Fault(Kind.TEXT, pair.getLast()))
        : Optional.empty();
  }

  /** Returns the text of a string, or empty if the term is none; {@code []} is the empty string. */
  private static Optional<String> string(Term term) {
    return term instanceof Term.Str || term instanceof Term.ListTerm
        ? NodeText.of(term)
        : Optional.empty();
  }
}
