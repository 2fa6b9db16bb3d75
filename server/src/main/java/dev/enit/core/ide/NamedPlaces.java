package dev.enit.core.ide;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.Owner;
import dev.enit.core.ide.CursorPlace.PropertyName;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every name in a file, in the order of its text: what {@link CursorPlaces} would say if the cursor
 * stood there. A test holds the two together.
 */
public final class NamedPlaces {
  private final Form form;
  private final Consumer<? super CursorPlace> found;

  private NamedPlaces(Form form, Consumer<? super CursorPlace> found) {
    this.form = form;
    this.found = found;
  }

  /** Hands on the names of a file, of its broken forms too. */
  public static void of(SourceFile file, Consumer<? super CursorPlace> found) {
    for (Form form : file.terms().forms()) {
      CancellationToken.check();
      of(file.path(), form, found);
    }
  }

  /** Hands on the names of one form of a file. */
  public static void of(Path path, Form form, Consumer<? super CursorPlace> found) {
    if (form.term() instanceof Term.Tuple(var _, var elements) && !elements.isEmpty()) {
      NamedPlaces places = new NamedPlaces(form, found);
      if (path.endsWith(ReleaseKey.SPECIFICATION)) {
        places.specification(elements);
      } else {
        places.config(elements);
      }
    }
  }

  private void specification(List<Term> elements) {
    if (CursorPlaces.startsWith(elements, "release")) {
      if (elements.size() > 1 && elements.get(1) instanceof Term.Atom name) {
        found.accept(new ReleaseName(form.absolute(name), name.name()));
      }
      properties(elements, Owner.RELEASE);
    }
  }

  private void config(List<Term> elements) {
    if (CursorPlaces.isExtension(elements)) {
      if (!(elements.get(1) instanceof Term.Missing)) {
        found.accept(new ExtensionName(form.absolute(elements.get(1)), elements.get(1)));
      }
      properties(elements, Owner.EXTENSION);
    } else if (elements.getFirst() instanceof Term.Atom application) {
      found.accept(new SectionName(form.absolute(application), application.name()));
      if (elements.size() > 1) {
        settings(application.name(), elements.get(1));
      }
    }
  }

  private void properties(List<Term> elements, Owner owner) {
    if (elements.size() < 3) {
      return;
    }
    for (Term property : elements(elements.get(2))) {
      if (property instanceof Term.Tuple(var _, var pair)
          && !pair.isEmpty()
          && pair.getFirst() instanceof Term.Atom key) {
        found.accept(new PropertyName(form.absolute(key), key.name(), owner));
        if (pair.size() > 1 && key.name().equals("applications")) {
          applications(pair.get(1), owner);
        }
      }
    }
  }

  private void applications(Term list, Owner owner) {
    for (Term element : elements(list)) {
      CancellationToken.check();
      if (element instanceof Term.Atom app) {
        found.accept(new ApplicationName(form.absolute(app), app.name(), owner));
      }
    }
  }

  private void settings(String application, Term list) {
    for (Term setting : elements(list)) {
      CancellationToken.check();
      if (setting instanceof Term.Atom atom) {
        key(application, atom);
      } else if (setting instanceof Term.Tuple(var _, var pair)
          && !pair.isEmpty()
          && pair.getFirst() instanceof Term.Atom atom) {
        key(application, atom);
      }
    }
  }

  private void key(String application, Term.Atom key) {
    found.accept(new SettingKey(form.absolute(key), application, key.name()));
  }

  private static List<Term> elements(Term list) {
    return list instanceof Term.ListTerm(var _, var elements, var _) ? elements : List.of();
  }
}
