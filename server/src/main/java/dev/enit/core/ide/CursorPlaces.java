package dev.enit.core.ide;

import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.Nothing;
import dev.enit.core.ide.CursorPlace.Owner;
import dev.enit.core.ide.CursorPlace.PropertyName;
import dev.enit.core.ide.CursorPlace.PropertyValue;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.core.ide.CursorPlace.SettingValue;
import dev.enit.core.ide.CursorPlace.Slot;
import dev.enit.core.ide.CursorPlace.Wanted;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The resolver of cursor positions to {@link CursorPlace}s; looks at the terms of one form only,
 * broken or not.
 */
public final class CursorPlaces {
  private final Cursor cursor;
  private final CursorPlace nothing;

  private CursorPlaces(Cursor cursor, CursorPlace nothing) {
    this.cursor = cursor;
    this.nothing = nothing;
  }

  /**
   * The place of an offset; {@link Nothing} also where the file is absent or the offset outside.
   */
  public static CursorPlace at(Workspace workspace, Path path, int offset) {
    CursorPlace nothing = new Nothing(Span.at(Math.max(0, offset)));
    return workspace.file(path).map(file -> at(file.terms(), path, offset)).orElse(nothing);
  }

  /** As {@link #at(Workspace, Path, int)}, in a text that need not be that of the file. */
  public static CursorPlace at(TermFile file, Path path, int offset) {
    CursorPlace nothing = new Nothing(Span.at(Math.max(0, offset)));
    Form form = file.formAt(offset).orElse(null);
    if (form == null) {
      return nothing;
    }
    CursorPlaces places = new CursorPlaces(Cursor.at(form, offset), nothing);
    return switch (form.term()) {
      case Term.Atom atom -> places.slot(atom, Wanted.FORM, "");
      case Term.Tuple(var _, var elements) when path.endsWith(ReleaseKey.SPECIFICATION) ->
          places.inSpecification(elements);
      case Term.Tuple(var _, var elements) -> places.inConfig(elements);
      case null, default -> nothing;
    };
  }

  /** A word that stands for something larger; nothing where the cursor is not on it. */
  private CursorPlace slot(Term term, Wanted wanted, String application) {
    return term instanceof Term.Atom && cursor.on(term)
        ? new Slot(cursor.absolute(term), wanted, application)
        : nothing;
  }

  private CursorPlace inSpecification(List<Term> elements) {
    if (!startsWith(elements, "release")) {
      return elements.isEmpty() ? nothing : slot(elements.getFirst(), Wanted.TAG, "");
    }
    int index = cursor.indexIn(elements);
    if (index == 1 && elements.get(1) instanceof Term.Atom(var _, String name)) {
      return new ReleaseName(cursor.absolute(elements.get(1)), name);
    }
    return index == 2 ? inProperties(elements.get(2), Owner.RELEASE) : nothing;
  }

  private CursorPlace inConfig(List<Term> elements) {
    if (isExtension(elements)) {
      return inExtension(elements);
    }
    if (elements.isEmpty() || !(elements.getFirst() instanceof Term.Atom(var _, String name))) {
      return nothing;
    }
    return switch (cursor.indexIn(elements)) {
      case 0 -> new SectionName(cursor.absolute(elements.getFirst()), name);
      case 1 -> inSection(name, elements.get(1));
      default -> nothing;
    };
  }

  static boolean isExtension(List<Term> elements) {
    // {extension, [{Key, Value}]} is a section: of an application that is called so.
    boolean section = elements.size() == 2 && elements.get(1) instanceof Term.ListTerm;
    return startsWith(elements, "extension") && elements.size() > 1 && !section;
  }

  static boolean startsWith(List<Term> elements, String tag) {
    return !elements.isEmpty()
        && elements.getFirst() instanceof Term.Atom(var _, String name)
        && name.equals(tag);
  }

  private CursorPlace inExtension(List<Term> elements) {
    return switch (cursor.indexIn(elements)) {
      case 1 -> unlessMissing(elements.get(1), span -> new ExtensionName(span, elements.get(1)));
      case 2 -> inProperties(elements.get(2), Owner.EXTENSION);
      default -> nothing;
    };
  }

  private CursorPlace inProperties(Term properties, Owner owner) {
    if (properties instanceof Term.Atom) {
      return slot(properties, wanted(owner), "");
    }
    Term property = cursor.elementOf(properties).orElse(null);
    if (property instanceof Term.Atom atom) {
      // As in a section: the user is typing a key.
      return new PropertyName(cursor.absolute(atom), atom.name(), owner);
    }
    if (!(property instanceof Term.Tuple(var _, var pair))
        || pair.isEmpty()
        || !(pair.getFirst() instanceof Term.Atom(var _, String key))) {
      return nothing;
    }
    return switch (cursor.indexIn(pair)) {
      case 0 -> new PropertyName(cursor.absolute(pair.getFirst()), key, owner);
      case 1 -> inProperty(key, pair.get(1), owner);
      default -> nothing;
    };
  }

  private static Wanted wanted(Owner owner) {
    return switch (owner) {
      case RELEASE -> Wanted.RELEASE_PROPERTIES;
      case EXTENSION -> Wanted.EXTENSION_PROPERTIES;
    };
  }

  private CursorPlace inProperty(String key, Term value, Owner owner) {
    if (!key.equals("applications") || value instanceof Term.Atom) {
      return unlessMissing(value, span -> new PropertyValue(span, key, owner));
    }
    return cursor.elementOf(value).orElse(null) instanceof Term.Atom atom
        ? new ApplicationName(cursor.absolute(atom), atom.name(), owner)
        : nothing;
  }

  private CursorPlace inSection(String application, Term settings) {
    if (settings instanceof Term.Atom) {
      return slot(settings, Wanted.SETTINGS, application);
    }
    Term setting = cursor.elementOf(settings).orElse(null);
    if (setting instanceof Term.Atom atom) {
      // The user is typing a key; a section has no other use for an atom.
      return new SettingKey(cursor.absolute(atom), application, atom.name());
    }
    if (!(setting instanceof Term.Tuple(var _, var pair))
        || pair.isEmpty()
        || !(pair.getFirst() instanceof Term.Atom key)) {
      return nothing;
    }
    return switch (cursor.indexIn(pair)) {
      case 0 -> new SettingKey(cursor.absolute(key), application, key.name());
      case 1 ->
          unlessMissing(
              pair.get(1),
              span -> new SettingValue(span, application, key.name(), cursor.absolute(key)));
      default -> nothing;
    };
  }

  private CursorPlace unlessMissing(Term term, Function<Span, CursorPlace> place) {
    return term instanceof Term.Missing ? nothing : place.apply(cursor.absolute(term));
  }

  /**
   * An offset in a form, asked which term it stands on. Works on whatever the parser could
   * understand of a broken form: nothing is taken for granted but the order of terms.
   */
  private record Cursor(Form form, int offset) {

    /** A cursor at an offset of the file. */
    static Cursor at(Form form, int offset) {
      return new Cursor(form, form.relative(offset));
    }

    /** Where a term of the form stands in the file. */
    Span absolute(Term term) {
      return form.absolute(term);
    }

    /** Returns whether the cursor stands on a term or at an end of it. */
    boolean on(Term term) {
      return term.span().touches(offset);
    }

    /**
     * Which of some terms the cursor stands on, -1 for none. Of two that touch each other the one
     * behind the cursor; a place where a term is missing counts last.
     */
    int indexIn(List<Term> terms) {
      int touched = -1;
      for (int i = 0; i < terms.size() && terms.get(i).span().start() <= offset; i++) {
        if (offset < terms.get(i).span().end()) {
          return i;
        }
        boolean missing = terms.get(i) instanceof Term.Missing;
        if (on(terms.get(i)) && !(missing && touched >= 0)) {
          touched = i;
        }
      }
      return touched;
    }

    /** The element of a list that the cursor stands on. */
    Optional<Term> elementOf(Term list) {
      if (list instanceof Term.ListTerm(var _, var elements, var _)) {
        int index = indexIn(elements);
        return index < 0 ? Optional.empty() : Optional.of(elements.get(index));
      }
      return Optional.empty();
    }
  }
}
