package dev.enit.core.check.host;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.layer.SpecificationPlaces;
import dev.enit.core.otp.OtpLocator;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.text.Messages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reports that no OTP was found: applications cannot be checked, and the release cannot start here.
 */
public final class OtpNotFound implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    if (release.otp().install().isPresent()) {
      return;
    }
    Optional<Path> named = context.settings(release.key().folder()).otp();
    Place place = SpecificationPlaces.applications(release);
    String searched =
        OtpLocator.candidates(named, "").stream()
            .map(path -> "`" + path + "`")
            .collect(Collectors.joining(", "));
    report.accept(
        Diagnostic.of(
            DiagnosticCode.OTP_NOT_FOUND,
            place,
            named.isPresent() ? searched : Messages.text("otp.searched", searched)));
  }
}
