package dev.enit.core.check.node;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.layer.SpecificationPlaces;
import dev.enit.core.check.section.BrokenForms;
import dev.enit.core.check.section.IntactForms;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigForm.Stray;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeKey;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a release without a cookie. Silent if another diagnostic may explain it, and for a
 * release whose host configuration is elsewhere: repositories seldom contain cookies.
 */
public final class MissingCookie implements Check.OfRelease {
  private static final String NEW_FILE = "user.config";

  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    if (release.config().setting(NodeKey.SECTION, NodeKey.COOKIE.key()).isEmpty()
        && isExpected(release)
        && !BrokenForms.mention(release, NodeKey.COOKIE.key())
        && !BrokenForms.mention(release, NodeKey.SECTION)
        && release.layers().stream().noneMatch(MissingCookie::mayContainCookie)) {
      report.accept(
          Diagnostic.of(
              DiagnosticCode.MISSING_COOKIE, place(release), release.name(), file(release)));
    }
  }

  private static boolean isExpected(Release release) {
    return Deployed.isDeployed(release) || lastHostLayer(release).isPresent();
  }

  /** Returns whether a layer may contain the cookie in a part that cannot be understood. */
  private static boolean mayContainCookie(ConfigLayer layer) {
    return !IntactForms.of(layer, Stray.class).isEmpty()
        || IntactForms.nodeSections(layer).stream().anyMatch(MissingCookie::mayContainCookie)
        || IntactForms.sections(layer).stream()
            .flatMap(section -> section.entries().stream())
            .anyMatch(entry -> entry.key().name().equals(NodeKey.COOKIE.key()));
  }

  private static boolean mayContainCookie(Section node) {
    return !node.strays().isEmpty()
        || node.entries().stream()
            .anyMatch(
                entry ->
                    NodeKeyNames.meant(entry.key().name()).equals(Optional.of(NodeKey.COOKIE)));
  }

  private static Optional<ConfigLayer> lastHostLayer(Release release) {
    return release.layers().reversed().stream()
        .filter(layer -> layer.side() == ConfigLayer.Side.HOST)
        .findFirst();
  }

  private static Place place(Release release) {
    return lastHostLayer(release)
        .flatMap(
            layer ->
                IntactForms.nodeSections(layer).stream()
                    .findFirst()
                    .map(node -> place(layer, node)))
        .orElseGet(() -> SpecificationPlaces.name(release));
  }

  private static Place place(ConfigLayer layer, Section node) {
    return new Place(layer.path(), node.form().absolute(node.application()));
  }

  /**
   * Returns the file to put it into: the last one of the host, as nothing can override it there.
   */
  private static Path file(Release release) {
    return lastHostLayer(release)
        .map(ConfigLayer::path)
        .or(() -> release.key().configFolder().map(folder -> folder.resolve(NEW_FILE)))
        .orElse(Path.of(NEW_FILE));
  }
}
