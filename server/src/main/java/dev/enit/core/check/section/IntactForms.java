package dev.enit.core.check.section;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The forms of a file without a syntax error. The shape of a broken term is a result of error
 * recovery, so it causes no further diagnostic.
 */
public final class IntactForms {
  private IntactForms() {}

  /** Returns the intact forms of a kind, in the order of the file. */
  public static <T extends ConfigForm> List<T> of(ConfigLayer layer, Class<T> kind) {
    List<T> intact = new ArrayList<>();
    for (ConfigForm form : layer.forms()) {
      if (kind.isInstance(form) && form.form().hasIntactTerm()) {
        intact.add(kind.cast(form));
      }
    }
    return intact;
  }

  /** Returns the intact sections, without malformed extensions, or none for a foreign file. */
  public static List<Section> sections(ConfigLayer layer) {
    if (ForeignFile.is(layer)) {
      return List.of();
    }
    return of(layer, Section.class).stream()
        .filter(section -> !section.application().name().equals(ExtensionShape.TAG))
        .toList();
  }

  /** Returns the intact sections {@code node}. */
  public static List<Section> nodeSections(ConfigLayer layer) {
    return sections(layer).stream()
        .filter(section -> section.application().name().equals(NodeKey.SECTION))
        .toList();
  }
}
