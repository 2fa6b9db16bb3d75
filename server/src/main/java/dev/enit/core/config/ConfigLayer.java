package dev.enit.core.config;

import dev.enit.core.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One configuration file in the order of layers; a later one overrides an earlier one, key by key.
 *
 * @param side whose file it is
 * @param forms what stands in it
 */
public record ConfigLayer(SourceFile file, Side side, List<ConfigForm> forms) {

  /** The release brings defaults, the host has the last word. */
  public enum Side {
    RELEASE,
    HOST
  }

  public static ConfigLayer of(SourceFile file, Side side) {
    return new ConfigLayer(file, side, ConfigForms.of(file.terms()));
  }

  public Path path() {
    return file.path();
  }

  /** The sections in the order of the file. */
  public List<ConfigForm.Section> sections() {
    return all(ConfigForm.Section.class);
  }

  /** The extensions in the order of the file. */
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
