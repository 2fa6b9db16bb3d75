package dev.enit.core.report;

import dev.enit.core.config.ConfigLayer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The names of a release's files for users: the file name, or the path if two files have one name.
 */
public record LayerNames(List<ConfigLayer> layers) implements Function<Path, String> {
  @Override
  public String apply(Path path) {
    Path name = Objects.requireNonNullElse(path.getFileName(), path);
    long namesakes = layers.stream().filter(layer -> layer.path().endsWith(name)).count();
    return namesakes > 1 ? path.toString() : name.toString();
  }
}
