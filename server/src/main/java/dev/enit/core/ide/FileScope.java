package dev.enit.core.ide;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.ConfigMerge;
import dev.enit.core.config.EffectiveConfig;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.release.LoadedApplications;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scope of a request about a file: the release that the file belongs to, with all its layers,
 * or for a file that stands alone just that file and what is installed.
 */
public record FileScope(
    Workspace workspace,
    SourceFile file,
    Optional<Release> release,
    EffectiveConfig config,
    OtpIndex otp) {

  /** The scope of a file; nothing where it is absent or cannot be read. */
  public static Optional<FileScope> of(Workspace workspace, Path path) {
    return workspace.file(path).map(file -> of(workspace, file));
  }

  public static FileScope of(Workspace workspace, SourceFile file) {
    Optional<Release> release = workspace.releaseOf(file.path()).map(workspace::release);
    OtpIndex otp = release.map(Release::otp).orElseGet(() -> workspace.otp(folder(file.path())));
    EffectiveConfig config =
        release
            .map(Release::config)
            .orElseGet(
                () ->
                    ConfigMerge.merge(
                        alone(file), defaults(otp), workspace.secrets(folder(file.path()))));
    return new FileScope(workspace, file, release, config, otp);
  }

  private static Path folder(Path file) {
    return file.getParent() == null ? file : file.getParent();
  }

  private static List<ConfigLayer> alone(SourceFile file) {
    return List.of(ConfigLayer.of(file, ConfigLayer.Side.RELEASE));
  }

  private static EffectiveConfig.Defaults defaults(OtpIndex otp) {
    return application -> otp.appFile(application).map(AppFile::defaults).orElse(Map.of());
  }

  public Path path() {
    return file.path();
  }

  /** The applications that a node of the release loads; empty for a file that stands alone. */
  public Optional<Set<String>> loaded() {
    return release.map(LoadedApplications::of);
  }

  /** The layers, weakest first; the file itself where it stands alone. */
  public List<ConfigLayer> layers() {
    return release.map(Release::layers).orElseGet(() -> alone(file));
  }

  /** A link with name and line of a place. */
  String link(Place place) {
    int line =
        workspace
                .file(place.path())
                .map(source -> source.terms().lines().line(place.span().start()))
                .orElse(0)
            + 1;
    return Markdown.link(place.path().getFileName() + ":" + line, place.path(), line);
  }
}
