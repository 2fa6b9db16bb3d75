package dev.enit.core.check.layer;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import java.util.Map;
import java.util.function.Consumer;

/** Reports a value of a type that its application, judged by its default, does not accept. */
public final class TypeDiffers implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    for (String application : release.config().applications()) {
      if (!application.equals(NodeKey.SECTION)) {
        // There are far fewer defaults than there may be settings: start from them.
        release.otp().appFile(application).map(AppFile::defaults).orElse(Map.of()).keySet().stream()
            .flatMap(key -> release.config().value(application, key).stream())
            .forEach(value -> check(value, report));
      }
    }
  }

  private static void check(EffectiveValue value, Consumer<Diagnostic> report) {
    AppDefault appDefault = value.appDefault().orElseThrow();
    for (Setting setting : EffectiveLines.of(value)) {
      if (EffectiveLines.isIntact(setting)) {
        TypeConflict.between(appDefault.value(), setting.value())
            .map(conflict -> diagnostic(setting, appDefault, conflict))
            .ifPresent(report);
      }
    }
  }

  private static Diagnostic diagnostic(
      Setting setting, AppDefault appDefault, TypeConflict conflict) {
    Place place = new Place(setting.layer().path(), setting.valueSpan());
    Diagnostic diagnostic =
        Diagnostic.of(
                DiagnosticCode.TYPE_DIFFERS_FROM_DEFAULT,
                place,
                setting.key(),
                setting.application(),
                TermWords.kind(setting.value()),
                conflict.meant().orElse(""))
            .variant(conflict.expected())
            .related(new Place(appDefault.file(), appDefault.span()), "default");
    return conflict
        .meant()
        .map(meant -> diagnostic.fix("replace", true, place, meant, meant))
        .orElse(diagnostic);
  }
}
