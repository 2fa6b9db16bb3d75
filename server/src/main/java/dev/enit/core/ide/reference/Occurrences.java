package dev.enit.core.ide.reference;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.NodeText;
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
import dev.enit.core.ide.NamedPlaces;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The occurrences of a subject in one file. */
public final class Occurrences {
  private Occurrences() {}

  /** The places in the order of the text. */
  public static List<Span> in(SourceFile file, Subject subject) {
    List<Span> spans = new ArrayList<>(0);
    Optional<Subject> wanted = Optional.of(subject);
    NamedPlaces.of(
        file,
        place -> {
          if (isLike(place, subject) && Subject.of(place).equals(wanted)) {
            spans.add(place.span());
          }
        });
    if (subject instanceof Subject.Release(String name) && isOf(file, name)) {
      nodeNames(file, name).forEach(node -> spans.add(node.span()));
    }
    return spans;
  }

  /** A layer stands in a folder with the name of its release. */
  private static boolean isOf(SourceFile file, String release) {
    Path folder = file.path().getParent();
    return folder != null && folder.endsWith(release);
  }

  /** Spares making a subject of every place of many files. */
  private static boolean isLike(CursorPlace place, Subject subject) {
    return !(place instanceof CursorPlace.SettingKey key)
        || (subject instanceof Subject.Key wanted && key.key().equals(wanted.key()));
  }

  /**
   * The name of a node in a file.
   *
   * @param span of the value, in offsets of the file
   * @param text {@code name} or {@code name@host}
   */
  public record NodeName(Term value, Span span, String text) {}

  /** The settings of the node's name that name it after a release. */
  public static List<NodeName> nodeNames(SourceFile file, String release) {
    List<NodeName> names = new ArrayList<>(0);
    if (file.path().endsWith(ReleaseKey.SPECIFICATION)) {
      return names;
    }
    for (ConfigForm form : ConfigForm.of(file.terms())) {
      if (form instanceof ConfigForm.Section section
          && section.application().name().equals(NodeKey.SECTION)) {
        for (ConfigForm.Entry entry : section.entries()) {
          nodeName(section, entry).filter(name -> carries(name, release)).ifPresent(names::add);
        }
      }
    }
    return names;
  }

  private static Optional<NodeName> nodeName(ConfigForm.Section section, ConfigForm.Entry entry) {
    return entry.key().name().equals(NodeKey.NODENAME.key())
        ? NodeText.of(entry.value())
            .map(text -> new NodeName(entry.value(), section.form().absolute(entry.value()), text))
        : Optional.empty();
  }

  private static boolean carries(NodeName node, String release) {
    return node.text().equals(release) || node.text().startsWith(release + "@");
  }

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
}
