package dev.enit.core.ide.action;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.ConfigLayer.Side;
import dev.enit.core.ide.FileChange;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of a release that settings can be put into.
 *
 * @param layer empty for a file that is not there yet
 * @param rank its place in the order of the layers; between two whole numbers for a new file
 */
record TargetLayer(Path path, Side side, Optional<ConfigLayer> layer, double rank) {
  private static final String NEW_DEFAULTS = "defaults.config";
  private static final String NEW_HOST = "user.config";

  /** Every layer of a side, the one with the last word first; where there is none, a new file. */
  static List<TargetLayer> of(Release release, Side side) {
    List<TargetLayer> targets = new ArrayList<>();
    for (ConfigLayer layer : release.layers()) {
      if (layer.side() == side) {
        targets.addFirst(
            new TargetLayer(layer.path(), side, Optional.of(layer), rank(release, layer.path())));
      }
    }
    if (targets.isEmpty()) {
      fresh(release, side).ifPresent(targets::add);
    }
    return targets;
  }

  /** Nothing where a file may be there that cannot be read. */
  private static Optional<TargetLayer> fresh(Release release, Side side) {
    Optional<Path> path =
        side == Side.RELEASE
            ? Optional.of(release.key().folder().resolve(NEW_DEFAULTS))
            : release.key().configFolder().map(folder -> folder.resolve(NEW_HOST));
    return release.unreadable().isEmpty()
        ? path.map(file -> fresh(release, side, file))
        : Optional.empty();
  }

  /** A new file on a side. */
  static TargetLayer fresh(Release release, Side side, Path path) {
    String name = path.getFileName().toString();
    long before = release.layers().stream().filter(layer -> isBefore(layer, side, name)).count();
    return new TargetLayer(path, side, Optional.empty(), before - 0.5);
  }

  private static boolean isBefore(ConfigLayer layer, Side side, String name) {
    String other = String.valueOf(layer.path().getFileName());
    int byName =
        java.util.Arrays.compare(other.codePoints().toArray(), name.codePoints().toArray());
    return layer.side() == side ? byName < 0 : layer.side() == Side.RELEASE;
  }

  /** The place of a layer in their order; the last one has the last word. */
  static double rank(Release release, Path path) {
    List<Path> paths = release.layers().stream().map(ConfigLayer::path).toList();
    return paths.indexOf(path);
  }

  /** Whether no mistake in it stands in the way of settings of an application. */
  boolean takes(String application) {
    return layer.filter(known -> !LayerText.takes(known, application)).isEmpty();
  }

  boolean isNew() {
    return layer.isEmpty();
  }

  /** Its name and whose it is, in Markdown's quotes. */
  String title() {
    String whose = Messages.text("hover.chain." + (side == Side.HOST ? "host" : "release"));
    return "`" + Objects.requireNonNull(path.getFileName()) + "` " + whose;
  }

  /** Whether no mistake in it stands in the way of a form at its end. */
  boolean takesForms() {
    return layer.filter(known -> !LayerText.takesForms(known)).isEmpty();
  }

  /** What puts a form at its end. */
  Optional<FileChange> addForm(String form) {
    return layer
        .map(known -> LayerText.append(new EditBuilder(known.file()), form))
        .orElseGet(() -> Optional.of(LayerText.create(path, form)));
  }

  /** What puts settings into it; nothing where a mistake in it stands in the way. */
  Optional<FileChange> add(String application, List<ListElement> pieces) {
    return layer
        .map(known -> LayerText.add(known, application, pieces))
        .orElseGet(() -> Optional.of(LayerText.create(path, application, pieces)));
  }
}
