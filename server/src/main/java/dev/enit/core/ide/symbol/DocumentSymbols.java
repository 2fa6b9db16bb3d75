package dev.enit.core.ide.symbol;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.ide.symbol.DocumentSymbols.Symbol.Kind;
import dev.enit.core.ide.symbol.Outline.Limit;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.settings.SettingsFile;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outline of a file, broken or not. It contains no cookie. */
public final class DocumentSymbols {
  private DocumentSymbols() {}

  /** The symbols in the order of the text; a form without a name has none. */
  public static List<Symbol> of(SourceFile file) {
    Limit budget = new Limit();
    List<Symbol> symbols = new ArrayList<>();
    for (Form form : file.terms().forms()) {
      CancellationToken.check();
      if (form.term() instanceof Term.Tuple(var _, var elements)
          && !elements.isEmpty()
          && elements.getFirst() instanceof Term.Atom tag) {
        Outline outline = new Outline(file.text(), form, budget);
        symbols.add(symbol(file, outline, elements, tag));
      }
    }
    return symbols;
  }

  private static Symbol symbol(
      SourceFile file, Outline outline, List<Term> elements, Term.Atom tag) {
    if (file.path().endsWith(SettingsFile.NAME)) {
      return outline.pair(tag, elements);
    }
    if (file.path().endsWith(ReleaseKey.SPECIFICATION)) {
      return tagged(Kind.RELEASE, outline, elements);
    }
    boolean section = elements.size() == 2 && elements.get(1) instanceof Term.ListTerm;
    return tag.name().equals("extension") && !section
        ? tagged(Kind.EXTENSION, outline, elements)
        : section(outline, elements, tag);
  }

  /** {@code {release, Name, Properties}} or {@code {extension, Name, Properties}}. */
  private static Symbol tagged(Kind kind, Outline outline, List<Term> elements) {
    Term name =
        at(elements, 1).filter(term -> !(term instanceof Term.Missing)).orElse(elements.getFirst());
    List<Symbol> properties = at(elements, 2).map(outline::properties).orElse(List.of());
    String version =
        properties.stream()
            .filter(property -> property.name().equals("vsn"))
            .map(Symbol::detail)
            .findFirst()
            .orElse("");
    return outline.whole(kind, name, version, properties);
  }

  private static Symbol section(Outline outline, List<Term> elements, Term.Atom application) {
    List<Symbol> settings = at(elements, 1).map(outline::settings).orElse(List.of());
    return outline.whole(Kind.SECTION, application, "", settings);
  }

  private static Optional<Term> at(List<Term> elements, int index) {
    return elements.size() > index ? Optional.of(elements.get(index)) : Optional.empty();
  }

  /**
   * A named element of a file, in offsets of the file.
   *
   * @param name never empty
   * @param detail such as its value, on one line; often empty
   * @param range all of it, its children inside
   * @param selection its name, inside of the range
   */
  public record Symbol(
      String name, Kind kind, String detail, Span range, Span selection, List<Symbol> children) {
    public Symbol {
      children = List.copyOf(children);
    }

    /** What a symbol is. */
    public enum Kind {
      RELEASE,
      SECTION,
      EXTENSION,
      /** A key of a section, or a property of a release or an extension. */
      KEY,
      /** An application in a list. */
      APPLICATION,
      /** A part of a value that has a name. */
      PART
    }
  }
}
