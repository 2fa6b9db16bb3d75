package dev.enit.core.check.section;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Fix;
import dev.enit.core.config.ConfigForm.Stray;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.NodeText;
import dev.enit.core.source.Place;
import dev.enit.core.text.NearestName;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a form that is neither a section nor an extension: its settings have no effect. */
public final class NotASection implements Check.OfLayer {
  @Override
  public void check(ConfigLayer layer, Consumer<Diagnostic> report) {
    if (ForeignFile.is(layer)) {
      report.accept(foreign(layer));
      return;
    }
    for (Stray stray : IntactForms.of(layer, Stray.class)) {
      Term term = stray.form().term();
      if (term != null && !SysConfigList.isSections(term) && !ExtensionShape.isFlawed(stray)) {
        report.accept(diagnostic(layer, stray.form(), term));
      }
    }
  }

  /** Returns one diagnostic for the whole file, at the first form that is not a section. */
  private static Diagnostic foreign(ConfigLayer layer) {
    Stray first = IntactForms.of(layer, Stray.class).getFirst();
    Place place = new Place(layer.path(), first.form().span());
    return Diagnostic.of(DiagnosticCode.NOT_A_SECTION, place, layer.path().getFileName())
        .variant("foreign");
  }

  private static Diagnostic diagnostic(ConfigLayer layer, Form form, Term term) {
    Place place = new Place(layer.path(), form.absolute(term));
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.NOT_A_SECTION, place, TermWords.kind(term), head(term));
    if (!(term instanceof Term.Tuple(var _, var elements)) || elements.isEmpty()) {
      return diagnostic;
    }
    if (head(term).isEmpty()) {
      return quotedName(diagnostic, layer, form, elements);
    }
    if (elements.size() == 3
        && NearestName.one(head(term), List.of(ExtensionShape.TAG)).isPresent()) {
      Place tag = new Place(layer.path(), form.absolute(elements.getFirst()));
      return diagnostic.variant("extension").fix("extension", true, tag, ExtensionShape.TAG);
    }
    return switch (elements.size()) {
      case 2 -> pair(diagnostic.variant(meaning(head(term))), layer, form, elements);
      case 3 -> flat(diagnostic, layer, form, elements);
      default -> diagnostic;
    };
  }

  /**
   * Returns the diagnostic for a setting of the node outside its section, or a single setting
   * without the list.
   */
  private static Diagnostic pair(
      Diagnostic diagnostic, ConfigLayer layer, Form form, List<Term> elements) {
    if (diagnostic.key().equals("message.node")) {
      Span whole = form.absolute(Objects.requireNonNull(form.term()));
      return wrapped(diagnostic, layer, whole, "{node, [", "]}");
    }
    return diagnostic.key().equals("message.list") && isSetting(elements.get(1))
        ? wrapped(diagnostic, layer, form.absolute(elements.get(1)), "[", "]")
        : diagnostic;
  }

  private static boolean isSetting(Term term) {
    return term instanceof Term.Tuple(var _, var pair)
        && pair.size() == 2
        && pair.getFirst() instanceof Term.Atom;
  }

  private static Diagnostic wrapped(
      Diagnostic diagnostic, ConfigLayer layer, Span span, String before, String after) {
    Fix.Change open = new Fix.Change(new Place(layer.path(), Span.at(span.start())), before);
    Fix.Change close = new Fix.Change(new Place(layer.path(), Span.at(span.end())), after);
    return diagnostic.fix(new Fix("fix.nest", List.of(), List.of(open, close), false));
  }

  /** Returns the variant of the message for a pair without a list. */
  private static String meaning(String head) {
    if (LooseFiles.isOfANode(head)) {
      return "list";
    }
    return NodeKey.of(head).isPresent() ? "node" : "value";
  }

  private static String head(Term term) {
    return term instanceof Term.Tuple(var _, var elements)
            && !elements.isEmpty()
            && elements.getFirst() instanceof Term.Atom(var _, String name)
        ? name
        : "";
  }

  /**
   * Returns the diagnostic for {@code {"Application", [{Key, Value}]}}: its name is not an atom.
   */
  private static Diagnostic quotedName(
      Diagnostic diagnostic, ConfigLayer layer, Form form, List<Term> elements) {
    Term name = elements.getFirst();
    Optional<String> text = NodeText.of(name).filter(word -> !word.isBlank());
    if (elements.size() != 2 || !(elements.get(1) instanceof Term.ListTerm) || text.isEmpty()) {
      return diagnostic;
    }
    String atom = TermPrinter.print(new Term.Atom(Span.at(0), text.get()));
    Place place = new Place(layer.path(), form.absolute(name));
    return Diagnostic.of(DiagnosticCode.NOT_A_SECTION, place, TermWords.kind(name), atom)
        .variant("name")
        .fix("atom", true, place, atom, atom);
  }

  /**
   * Returns the diagnostic for {@code {Application, Key, Value}}, which lacks the inner brackets.
   */
  private static Diagnostic flat(
      Diagnostic diagnostic, ConfigLayer layer, Form form, List<Term> elements) {
    if (!(elements.get(1) instanceof Term.Atom)) {
      return diagnostic;
    }
    Span inner = Span.between(form.absolute(elements.get(1)), form.absolute(elements.get(2)));
    return wrapped(diagnostic.variant("flat"), layer, inner, "[{", "}]");
  }
}
