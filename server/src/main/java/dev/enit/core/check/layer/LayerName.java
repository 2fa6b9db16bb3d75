package dev.enit.core.check.layer;

import dev.enit.core.config.Setting;
import java.nio.file.Path;

/** The name of a setting's file in a diagnostic of another file. */
final class LayerName {
  private LayerName() {}

  /** Returns the name of the file, or its whole path if the other file has the same name. */
  static String of(Setting other, Setting reader) {
    Path path = other.layer().path();
    Path name = path.getFileName();
    return name.equals(reader.layer().path().getFileName()) ? path.toString() : name.toString();
  }
}
