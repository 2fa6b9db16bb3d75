package dev.enit.core.release;

import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.ConfigMerge;
import dev.enit.core.config.EffectiveConfig;
import dev.enit.core.config.EffectiveConfig.NodeSettings;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.source.Source;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.source.SourceFile;
import dev.enit.core.source.Sources;
import dev.enit.grammar.term.OtpSyntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reader that builds a release from its files. */
public final class ReleaseReader {
  private final Sources sources;
  private final OtpSyntax syntax;
  private final List<ConfigLayer> layers = new ArrayList<>();
  private final List<UnreadableFile> unreadable = new ArrayList<>();

  private ReleaseReader(Sources sources, OtpSyntax syntax) {
    this.sources = sources;
    this.syntax = syntax;
  }

  /**
   * Reads a release; a part whose file is missing or broken is empty.
   *
   * @param secrets the rule for secrets that applies to the files of the release
   * @param shortHost the host part of a node name that has none
   */
  public static Release read(
      ReleaseKey key, Sources sources, OtpIndex otp, SecretKeys secrets, String shortHost) {
    return new ReleaseReader(sources, otp.syntax()).read(key, otp, secrets, shortHost);
  }

  private Release read(ReleaseKey key, OtpIndex otp, SecretKeys secrets, String shortHost) {
    Optional<ReleaseSpecification> specification =
        file(key.specification()).map(ReleaseSpecification::of);
    folder(key.folder(), ConfigLayer.Side.RELEASE);
    key.configFolder().ifPresent(folder -> folder(folder, ConfigLayer.Side.HOST));
    OtpIndex installed = runsAsAnother(otp, secrets) ? otp.ofAnotherUser() : otp;
    EffectiveConfig config =
        ConfigMerge.merge(
            layers, app -> installed.appFile(app).map(AppFile::defaults).orElse(Map.of()), secrets);
    return new Release(
        key,
        specification,
        layers,
        unreadable,
        applications(specification),
        config,
        NodeSettings.of(config, key.name(), shortHost),
        installed);
  }

  /**
   * Returns whether the node runs as another user than the present one, so that the caller's search
   * path does not apply to it; called only if there is one.
   */
  private boolean runsAsAnother(OtpIndex otp, SecretKeys secrets) {
    return !otp.callerDirs().isEmpty()
        && LaunchSettings.of(ConfigMerge.merge(layers, _ -> Map.of(), secrets))
            .user()
            .filter(user -> !user.equals(System.getProperty("user.name")))
            .isPresent();
  }

  private void folder(Path folder, ConfigLayer.Side side) {
    sources.closed(folder).ifPresent(unreadable::add);
    for (Path path : ReleaseFiles.configFiles(folder, sources)) {
      file(path).ifPresent(file -> layers.add(ConfigLayer.of(file, side)));
    }
  }

  private Optional<SourceFile> file(Path path) {
    Source source = sources.source(path).orElse(null);
    if (source instanceof UnreadableFile closed) {
      unreadable.add(closed);
    }
    return source instanceof SourceFile file ? Optional.of(file.readAs(syntax)) : Optional.empty();
  }

  private List<AppReference> applications(Optional<ReleaseSpecification> specification) {
    Map<String, AppReference> first = new LinkedHashMap<>();
    specification
        .map(ReleaseSpecification::applications)
        .orElse(List.of())
        .forEach(app -> first.putIfAbsent(app.name(), app));
    for (ConfigLayer layer : layers) {
      for (Extension extension : layer.extensions()) {
        if (extension.applications() != null) {
          AppReference.in(layer.file(), extension.form(), extension.applications())
              .forEach(app -> first.putIfAbsent(app.name(), app));
        }
      }
    }
    return List.copyOf(first.values());
  }
}
