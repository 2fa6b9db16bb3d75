package dev.enit.core.config;

import dev.enit.core.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer: one configuration file in the order of the merge. A later layer overrides an earlier one
 * key by key.
 *
 * @param side whether the file belongs to the release or to the host
 * @param forms its contents
 */
public record ConfigLayer(SourceFile file, Side side, List<ConfigForm> forms) {

  /** The owner of a layer: the release supplies defaults, the host overrides them. */
  public enum Side {
    RELEASE,
    HOST
  }

  public static ConfigLayer of(SourceFile file, Side side) {
    return new ConfigLayer(file, side, ConfigForm.of(file.terms()));
  }

  public Path path() {
    return file.path();
  }

  /** Returns the sections in the order of the file. */
  public List<ConfigForm.Section> sections() {
    return all(ConfigForm.Section.class);
  }

  /** Returns the extensions in the order of the file. */
  public List<ConfigForm.Extension> extensions() {
    return all(ConfigForm.Extension.class);
  }

  private <T extends ConfigForm> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (ConfigForm form : forms) {
      if (kind.isInstance(form)) {
        found.add(kind.cast(form));
      }
    }
    return found;
  }
}
