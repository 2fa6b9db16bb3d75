package dev.enit.core.release;

import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermList;
import java.util.ArrayList;
import java.util.List;

/** The name of an application where a release or an extension lists it. */
public record AppReference(String name, Place place) {

  /** Returns the atoms of a list; other elements name no application and are left out. */
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
