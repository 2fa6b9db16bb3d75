package dev.enit.core.ide;

import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.Cookie;
import dev.enit.core.config.NodeKey;
import dev.enit.core.live.NodeSummary;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.LoadedApplications;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hover text of a release: its node, its layers, how much is in it. */
record ReleaseHover(FileScope scope, Release release) {

  String markdown() {
    List<String> rows = new ArrayList<>();
    rows.add(
        Messages.text("hover.release.node", Markdown.code(release.node().nodename()), cookie()));
    state().ifPresent(rows::add);
    rows.add(applications());
    if (!extensions().isEmpty()) {
      rows.add(Messages.text("hover.release.extensions", extensions()));
    }
    if (!release.config().applications().isEmpty()) {
      rows.add(sections());
    }
    rows.add(layers());
    release.unreadable().stream().map(ReleaseHover::unreadable).forEach(rows::add);
    return title() + "\n\n- " + String.join("\n- ", rows);
  }

  private Optional<String> state() {
    return NodeSummary.of(
            scope.workspace().live(release.key()),
            scope.workspace().diff(release.key()),
            Instant.now())
        .marked()
        .map(Markdown::plain);
  }

  private String title() {
    String version =
        release
            .specification()
            .flatMap(ReleaseSpecification::version)
            .map(Markdown::plain)
            .orElse("");
    return Messages.text("hover.release.title", Markdown.code(release.name()), version).strip();
  }

  private String cookie() {
    return release.node().cookie().map(Cookie::toString).map(Markdown::code).isPresent()
        ? Messages.text("hover.release.cookie", Markdown.code(Cookie.MASK))
        : Messages.text("hover.release.noCookie");
  }

  private String applications() {
    int listed =
        release.specification().stream()
            .flatMap(spec -> spec.applications().stream())
            .map(AppReference::name)
            .collect(Collectors.toSet())
            .size();
    return Messages.text(
        "hover.release.applications",
        release.applications().size(),
        listed,
        release.applications().size() - listed,
        LoadedApplications.of(release).size());
  }

  private String extensions() {
    return release.layers().stream()
        .flatMap(layer -> layer.extensions().stream().map(extension -> link(layer, extension)))
        .collect(Collectors.collectingAndThen(Collectors.toList(), Markdown::line));
  }

  private String link(ConfigLayer layer, Extension extension) {
    return ExtensionHover.name(extension.name())
        + " "
        + scope.link(
            new dev.enit.core.source.Place(
                layer.path(), extension.form().absolute(extension.name())));
  }

  private String sections() {
    List<String> applications =
        release.config().applications().stream()
            .filter(app -> !app.equals(NodeKey.SECTION))
            .toList();
    int keys = applications.stream().mapToInt(app -> release.config().keys(app).size()).sum();
    return Messages.text("hover.release.settings", keys, applications.size());
  }

  private String layers() {
    String links =
        release.layers().stream()
            .map(layer -> Markdown.link(label(layer), layer.path()))
            .collect(Collectors.collectingAndThen(Collectors.toList(), Markdown::line));
    return links.isEmpty()
        ? Messages.text("hover.release.noLayers")
        : Messages.text("hover.release.layers", links);
  }

  private static String label(ConfigLayer layer) {
    String side = layer.side() == ConfigLayer.Side.HOST ? "host" : "release";
    return Objects.requireNonNull(layer.path().getFileName())
        + " "
        + Messages.text("hover.chain." + side);
  }

  private static String unreadable(UnreadableFile file) {
    return Messages.text(
        "hover.release.unreadable",
        Markdown.code(file.path().toString()),
        Markdown.plain(file.reason()));
  }
}
