package dev.enit.core.ide.reference;

import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.Nothing;
import dev.enit.core.ide.CursorPlace.OfSetting;
import dev.enit.core.ide.CursorPlace.PropertyName;
import dev.enit.core.ide.CursorPlace.PropertyValue;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.Slot;
import dev.enit.grammar.term.TermPrinter;
import java.util.Optional;

/**
 * The subject that a name refers to. Names in different places mean the same where their subjects
 * are equal.
 */
public sealed interface Subject {

  /** An application, as a release lists it or as the owner of a section. */
  record Application(String name) implements Subject {}

  /** A key of an application, or of the node. */
  record Key(String application, String key) implements Subject {}

  /**
   * An extension.
   *
   * @param name as it is printed: it may be any term
   */
  record Extension(String name) implements Subject {}

  /** A release. */
  record Release(String name) implements Subject {}

  /** What stands at a place; of a value, its key. */
  static Optional<Subject> of(CursorPlace place) {
    return switch (place) {
      case OfSetting setting -> Optional.of(new Key(setting.application(), setting.key()));
      case ApplicationName app -> Optional.of(new Application(app.name()));
      case SectionName section -> Optional.of(new Application(section.application()));
      case ExtensionName name -> Optional.of(new Extension(TermPrinter.print(name.name())));
      case ReleaseName release -> Optional.of(new Release(release.name()));
      case PropertyName _, PropertyValue _, Slot _, Nothing _ -> Optional.empty();
    };
  }
}
