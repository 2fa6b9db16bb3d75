package dev.enit.core.check.section;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeKey;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports an element of a section that is not a {@code {Key, Value}}: a running system ignores it.
 */
public final class BareValue implements Check.OfLayer {
  @Override
  public void check(ConfigLayer layer, Consumer<Diagnostic> report) {
    for (Section section : IntactForms.sections(layer)) {
      for (Term stray : section.strays()) {
        if (!KeyNotAnAtom.isPair(stray)) {
          Diagnostic diagnostic = diagnostic(layer, section, stray);
          report.accept(Removal.of(layer, section, stray).map(diagnostic::fix).orElse(diagnostic));
        }
      }
      tail(section).map(tail -> improper(layer, section, tail)).ifPresent(report);
    }
  }

  /** Returns the tail of a section's list if it is not a list. */
  private static Optional<Term> tail(Section section) {
    @Nullable Term at =
        section.form().term() instanceof Term.Tuple(var _, var pair) && pair.size() == 2
            ? pair.get(1)
            : null;
    while (at instanceof Term.ListTerm list) {
      at = list.tail();
    }
    return at == null || at instanceof Term.Str || at instanceof Term.Missing
        ? Optional.empty()
        : Optional.of(at);
  }

  private static Diagnostic improper(ConfigLayer layer, Section section, Term tail) {
    Place place = new Place(layer.path(), section.form().absolute(tail));
    return Diagnostic.of(
            DiagnosticCode.BARE_VALUE_IN_SECTION,
            place,
            section.application().name(),
            TermWords.kind(tail))
        .variant("tail");
  }

  /**
   * Returns whether a bare name may be shown as a switch. In the section {@code node} it may be the
   * cookie itself, which must not be shown.
   */
  private static boolean maySwitch(String application, String name) {
    return !application.equals(NodeKey.SECTION)
        || NodeKey.of(name).filter(key -> key.type() == NodeKey.Type.BOOLEAN).isPresent();
  }

  private static Diagnostic diagnostic(ConfigLayer layer, Section section, Term stray) {
    Place place = new Place(layer.path(), section.form().absolute(stray));
    String application = section.application().name();
    Diagnostic diagnostic =
        Diagnostic.of(
            DiagnosticCode.BARE_VALUE_IN_SECTION, place, application, TermWords.kind(stray));
    if (stray instanceof Term.Atom(var _, String name) && maySwitch(application, name)) {
      String pair = "{" + TermPrinter.print(stray) + ", true}";
      return Diagnostic.of(DiagnosticCode.BARE_VALUE_IN_SECTION, place, application, pair)
          .variant("atom")
          .fix("pair", false, place, pair, pair);
    }
    return diagnostic;
  }
}
