package dev.enit.core.ide.hint;

import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.hint.InlayHint.Kind;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.InstalledApp;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.AppReferences;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The inlay hints after the applications of a release or an extension: the version that the node
 * would run.
 */
record VersionHints(FileScope scope, Span range) {

  void to(Consumer<InlayHint> hints) {
    scope
        .release()
        .flatMap(Release::specification)
        .filter(specification -> specification.file().path().equals(scope.path()))
        .map(ReleaseSpecification::applications)
        .orElse(List.of())
        .forEach(app -> hint(app).ifPresent(hints));
    for (ConfigLayer layer : scope.layers()) {
      if (layer.path().equals(scope.path())) {
        layer.extensions().forEach(extension -> extension(layer, extension, hints));
      }
    }
  }

  private void extension(ConfigLayer layer, Extension extension, Consumer<InlayHint> hints) {
    if (extension.applications() != null) {
      AppReferences.in(layer.file(), extension.form(), extension.applications())
          .forEach(app -> hint(app).ifPresent(hints));
    }
  }

  private Optional<InlayHint> hint(AppReference app) {
    int end = app.place().span().end();
    return range.touches(end)
        ? scope.otp().find(app.name()).flatMap(installed -> hint(installed, end))
        : Optional.empty();
  }

  private Optional<InlayHint> hint(InstalledApp app, int offset) {
    String version =
        scope
            .otp()
            .appFile(app.name())
            .map(AppFile::version)
            .filter(text -> !text.isEmpty())
            .orElse(app.directoryVersion());
    Place target = new Place(app.appFile(), Span.at(0));
    return version.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new InlayHint(
                Kind.VERSION, offset, version, app.appFile().toString(), Optional.of(target)));
  }
}
