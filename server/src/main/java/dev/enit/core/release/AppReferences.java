package dev.enit.core.release;

import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermList;
import java.util.ArrayList;
import java.util.List;

/** Lists of application names, in {@code release.enit} and in extensions. */
public final class AppReferences {
  private AppReferences() {}

  /** The atoms of a list; what is no atom names no application and is left out. */
  public static List<AppReference> in(SourceFile file, Form form, Term list) {
    List<AppReference> references = new ArrayList<>();
    for (Term element : TermList.elements(list)) {
      if (element instanceof Term.Atom(var _, String name)) {
        references.add(new AppReference(name, new Place(file.path(), form.absolute(element))));
      }
    }
    return references;
  }
}
