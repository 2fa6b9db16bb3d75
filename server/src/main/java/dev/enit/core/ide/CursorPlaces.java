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
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Finds out what the cursor stands on; looks at the terms of one form only, broken or not. */
public final class CursorPlaces {
  private final TermCursor cursor;
  private final CursorPlace nothing;

  private CursorPlaces(TermCursor cursor, CursorPlace nothing) {
    this.cursor = cursor;
    this.nothing = nothing;
  }

  /**
   * The place of an offset; {@link Nothing} also where the file is absent or the offset outside.
   */
  public static CursorPlace at(Workspace workspace, Path path, int offset) {
    CursorPlace nothing = new Nothing(Span.at(Math.max(0, offset)));
    return workspace.file(path).map(file -> at(file, offset, nothing)).orElse(nothing);
  }

  private static CursorPlace at(SourceFile file, int offset, CursorPlace nothing) {
    Form form = file.terms().formAt(offset).orElse(null);
    if (form != null && form.term() instanceof Term.Tuple(var _, var elements)) {
      CursorPlaces places = new CursorPlaces(TermCursor.at(form, offset), nothing);
      return file.path().endsWith(ReleaseKey.SPECIFICATION)
          ? places.inSpecification(elements)
          : places.inConfig(elements);
    }
    return nothing;
  }

  private CursorPlace inSpecification(List<Term> elements) {
    if (!startsWith(elements, "release")) {
      return nothing;
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
    Term property = cursor.elementOf(properties).orElse(null);
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

  private CursorPlace inProperty(String key, Term value, Owner owner) {
    if (!key.equals("applications")) {
      return unlessMissing(value, span -> new PropertyValue(span, key, owner));
    }
    return cursor.elementOf(value).orElse(null) instanceof Term.Atom atom
        ? new ApplicationName(cursor.absolute(atom), atom.name(), owner)
        : nothing;
  }

  private CursorPlace inSection(String application, Term settings) {
    Term setting = cursor.elementOf(settings).orElse(null);
    if (setting instanceof Term.Atom atom) {
      // Somebody is typing a key; a section has no other use for an atom.
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
}
