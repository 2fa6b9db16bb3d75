package dev.enit.core.ide;

import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.node.RestartDiff;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hover text of an application: what it is, and how the release uses it. */
record ApplicationHover(FileScope scope, String name) {

  String markdown() {
    return scope.otp().find(name).map(this::installed).orElseGet(this::unknown);
  }

  private String installed(InstalledApp app) {
    Optional<AppFile> file = scope.otp().appFile(name);
    List<String> rows = new ArrayList<>();
    rows.add(Messages.text("hover.app.installed", home(app)));
    file.ifPresent(f -> needs(f, rows));
    rows.addAll(inRelease());
    configured().ifPresent(rows::add);
    List<InstalledApp> others = scope.otp().versions(name).stream().skip(1).toList();
    if (!others.isEmpty()) {
      rows.add(
          Messages.text(
              "hover.app.others",
              others.stream().map(this::versionAndHome).collect(Collectors.joining(", "))));
    }
    return title(app, file) + "\n\n" + list(rows);
  }

  private String title(InstalledApp app, Optional<AppFile> file) {
    String version =
        file.map(AppFile::version).filter(v -> !v.isEmpty()).orElse(app.directoryVersion());
    String description = file.map(AppFile::description).map(Markdown::plain).orElse("");
    return Messages.text("hover.app.title", Markdown.code(name), Markdown.plain(version)).strip()
        + (description.isEmpty() ? "" : "\n\n" + description);
  }

  private void needs(AppFile file, List<String> rows) {
    add(rows, "hover.app.needs", file.applications());
    add(rows, "hover.app.includes", file.included());
    add(rows, "hover.app.optional", file.optional());
  }

  private List<String> inRelease() {
    List<String> rows = new ArrayList<>();
    scope
        .release()
        .ifPresent(
            release -> {
              listed(release).ifPresent(rows::add);
              running(release).ifPresent(rows::add);
              Collection<String> loaded = scope.loaded().orElseThrow();
              add(rows, "hover.app.neededBy", neededBy(loaded));
              if (!loaded.contains(name)) {
                rows.add(Messages.text("hover.app.unused", Markdown.code(release.name())));
              }
            });
    return rows;
  }

  /** That the node runs other code of it than is installed. */
  private Optional<String> running(Release release) {
    return scope
        .workspace()
        .diff(release.key())
        .flatMap(
            diff ->
                diff.restart()
                    .code()
                    .change(name)
                    .map(change -> Markdown.plain(RestartDiff.words(change)))
                    .map(words -> Messages.text("hover.app.restart", code(diff), words)));
  }

  private static String code(ReleaseDiff diff) {
    return Markdown.code(diff.running().node());
  }

  private Optional<String> listed(Release release) {
    return release.applications().stream()
        .filter(app -> app.name().equals(name))
        .map(AppReference::place)
        .findFirst()
        .map(place -> Messages.text("hover.app.listed", scope.link(place)));
  }

  /** Those applications of the node that depend on this one or include it. */
  private List<String> neededBy(Collection<String> loaded) {
    return loaded.stream()
        .filter(
            other ->
                scope
                    .otp()
                    .appFile(other)
                    .filter(f -> f.applications().contains(name) || f.included().contains(name))
                    .isPresent())
        .toList();
  }

  private Optional<String> configured() {
    String sections =
        scope.layers().stream()
            .flatMap(
                layer ->
                    layer.sections().stream()
                        .filter(section -> section.application().name().equals(name))
                        .map(section -> section.form().absolute(section.application()))
                        .map(
                            span -> scope.link(new dev.enit.core.source.Place(layer.path(), span))))
            .collect(Collectors.collectingAndThen(Collectors.toList(), Markdown::line));
    return sections.isEmpty()
        ? Optional.empty()
        : Optional.of(Messages.text("hover.app.configured", sections));
  }

  private String unknown() {
    boolean otp = scope.otp().install().isPresent();
    List<Path> searched = scope.otp().searched();
    List<String> rows = new ArrayList<>();
    configured().ifPresent(rows::add);
    if (!otp) {
      rows.add(Messages.text("hover.app.noOtp"));
    }
    add(rows, "hover.app.searched", searched.stream().map(Path::toString).toList());
    String title =
        Messages.text(otp ? "hover.app.unknown" : "hover.app.obscure", Markdown.code(name));
    return title + "\n\n" + list(rows);
  }

  private String versionAndHome(InstalledApp app) {
    return (Markdown.plain(app.directoryVersion()) + " " + home(app)).strip();
  }

  /** The directory above {@code ebin}, linked to the {@code .app} file. */
  private static String home(InstalledApp app) {
    Path ebin = Objects.requireNonNull(app.appFile().getParent());
    Path home = ebin.getParent() == null ? ebin : ebin.getParent();
    return Markdown.link(home.toString(), app.appFile());
  }

  private static void add(List<String> rows, String message, List<String> names) {
    if (!names.isEmpty()) {
      rows.add(Messages.text(message, codes(names)));
    }
  }

  private static String codes(List<String> names) {
    return Markdown.line(names.stream().map(Markdown::code).toList());
  }

  private static String list(List<String> rows) {
    return "- " + String.join("\n- ", rows);
  }
}
