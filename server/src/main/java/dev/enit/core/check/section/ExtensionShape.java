package dev.enit.core.check.section;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigForm.Stray;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The comparison of forms with {@code {extension, Name, [{applications, [atom, …]}]}}. */
public final class ExtensionShape {
  static final String TAG = "extension";

  /** A flaw of an extension, with the variant of its message. */
  record Flaw(String variant, Term place) {
    /** Returns whether an atom is expected at the place. */
    boolean isName() {
      return variant.equals("name") || variant.equals("element");
    }
  }

  private ExtensionShape() {}

  /** Returns whether a form is a malformed extension. */
  public static boolean isFlawed(ConfigForm form) {
    return !flaws(form).isEmpty();
  }

  static List<Flaw> flaws(ConfigForm form) {
    return switch (form) {
      case Extension extension -> flaws(extension);
      case Section section when section.application().name().equals(TAG) -> shape(form);
      case Stray stray when isTagged(stray.form().term()) -> shape(form);
      default -> List.of();
    };
  }

  private static List<Flaw> shape(ConfigForm form) {
    return List.of(new Flaw("shape", term(form)));
  }

  private static Term term(ConfigForm form) {
    return Objects.requireNonNull(form.form().term());
  }

  private static boolean isTagged(@Nullable Term term) {
    return term instanceof Term.Tuple(var _, var elements)
        && !elements.isEmpty()
        && elements.getFirst() instanceof Term.Atom(var _, String tag)
        && tag.equals(TAG);
  }

  private static List<Flaw> flaws(Extension extension) {
    if (!(extension.name() instanceof Term.Atom)) {
      return List.of(new Flaw("name", extension.name()));
    }
    Term properties = extension.properties();
    Term applications = extension.applications();
    if (!(properties instanceof Term.ListTerm list)) {
      return List.of(new Flaw("properties", properties == null ? term(extension) : properties));
    }
    if (applications == null) {
      return List.of(new Flaw("none", list));
    }
    if (!(applications instanceof Term.ListTerm names)) {
      return List.of(new Flaw("list", applications));
    }
    return names.elements().stream()
        .filter(name -> !(name instanceof Term.Atom) && !(name instanceof Term.Missing))
        .map(name -> new Flaw("element", name))
        .toList();
  }
}
