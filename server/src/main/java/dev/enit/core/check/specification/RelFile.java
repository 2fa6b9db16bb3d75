package dev.enit.core.check.specification;

import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The parts of an OTP release file that a {@code release.enit} needs: {@code {release, {Name, Vsn},
 * {erts, Vsn}, [{Application, Vsn, …}, …]}}. The versions of the applications are dropped: the
 * installed ones are used.
 */
record RelFile(String version, List<String> applications) {
  static final String FIRST_VERSION = "1.0";
  private static final List<String> ALWAYS = List.of("kernel", "stdlib");

  /** Returns the parts, or empty if the term has another shape. */
  static Optional<RelFile> of(List<Term> elements) {
    if (elements.get(1) instanceof Term.Tuple(var _, var name)
        && name.size() == 2
        && name.get(1) instanceof Term.Str(var _, String version)
        && elements.get(3) instanceof Term.ListTerm(var _, var applications, var tail)
        && tail == null) {
      return names(applications).map(names -> new RelFile(version, names));
    }
    return Optional.empty();
  }

  /** Returns the names, without the applications that every node runs anyway. */
  private static Optional<List<String>> names(List<Term> applications) {
    List<String> names = new ArrayList<>();
    for (Term application : applications) {
      if (!(application instanceof Term.Tuple(var _, var parts))
          || parts.isEmpty()
          || !(parts.getFirst() instanceof Term.Atom(var _, String name))) {
        return Optional.empty();
      }
      if (!ALWAYS.contains(name)) {
        names.add(name);
      }
    }
    return Optional.of(names);
  }

  String release(String name) {
    return release(name, version, applications);
  }

  /** Returns the text of a specification, which ends with a line end. */
  static String release(String name, String version, List<String> applications) {
    StringJoiner names = new StringJoiner(", ", "[", "]");
    applications.forEach(application -> names.add(TermPrinter.atom(application)));
    return "{release, "
        + TermPrinter.atom(name)
        + ", [\n    {vsn, "
        + TermPrinter.print(new Term.Str(Span.at(0), version))
        + "},\n    {applications, "
        + names
        + "}\n]}.\n";
  }
}
