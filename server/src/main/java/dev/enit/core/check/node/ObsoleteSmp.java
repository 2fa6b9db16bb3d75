package dev.enit.core.check.node;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.section.Removal;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import java.util.List;
import java.util.function.Consumer;

/** Reports the key {@code smp}: since OTP 21 there is no emulator without SMP. */
public final class ObsoleteSmp implements Check.OfRelease {
  private static final int FIRST_WITHOUT_CHOICE = 21;

  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    int otp = release.otp().install().map(OtpInstall::release).orElse(0);
    if (otp == 0 || otp >= FIRST_WITHOUT_CHOICE) {
      List<Setting> settings =
          release
              .config()
              .value(NodeKey.SECTION, NodeKey.SMP.key())
              .map(EffectiveValue::settings)
              .orElse(List.of());
      settings.stream()
          .filter(setting -> setting.section().form().hasIntactTerm())
          .map(ObsoleteSmp::diagnostic)
          .forEach(report);
    }
  }

  private static Diagnostic diagnostic(Setting setting) {
    Diagnostic diagnostic =
        Diagnostic.of(
            DiagnosticCode.OBSOLETE_SMP, new Place(setting.layer().path(), setting.span()));
    return Removal.of(setting).map(diagnostic::fix).orElse(diagnostic);
  }
}
