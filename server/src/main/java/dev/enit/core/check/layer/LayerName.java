package dev.enit.core.check.layer;

import dev.enit.core.config.Setting;
import java.nio.file.Path;

/** How a message names the file of a setting to somebody who reads another one. */
final class LayerName {
  private LayerName() {}

  /** The name of the file; its whole path where the reader's own has that name. */
  static String of(Setting other, Setting reader) {
    Path path = other.layer().path();
    Path name = path.getFileName();
    return name.equals(reader.layer().path().getFileName()) ? path.toString() : name.toString();
  }
}
