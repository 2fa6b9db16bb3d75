package dev.enit.core.check.application;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.ListedName;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.otp.OtpApplications;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reports an application that the release lists and that is not installed: the release does not
 * start.
 */
public final class UnknownApplication implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    ListedName lists = ListedName.in(release);
    OtpIndex ofCaller = context.otp(release.key().folder());
    ReleaseGraph.of(release, context)
        .listed()
        .forEach(
            (name, place) -> {
              if (release.otp().find(name).isEmpty()) {
                Diagnostic diagnostic = diagnostic(name, place, release, ofCaller);
                report.accept(lists.removal(place, name).map(diagnostic::fix).orElse(diagnostic));
              }
            });
  }

  private static Diagnostic diagnostic(
      String name, Place place, Release release, OtpIndex ofCaller) {
    OtpIndex otp = release.otp();
    Optional<InstalledApp> elsewhere = ofCaller.find(name);
    if (elsewhere.isPresent()) {
      return Diagnostic.of(
              DiagnosticCode.UNKNOWN_APPLICATION,
              place,
              name,
              elsewhere.get().appFile(),
              LaunchSettings.of(release.config()).user().orElse("?"))
          .variant("caller");
    }
    if (OtpApplications.contains(name)) {
      String debian = OtpApplications.debianPackage(name);
      return Diagnostic.of(DiagnosticCode.UNKNOWN_APPLICATION, place, name, searched(otp), debian)
          .variant("otp");
    }
    List<String> near = otp.similar(name);
    Diagnostic diagnostic =
        Diagnostic.of(
            DiagnosticCode.UNKNOWN_APPLICATION,
            place,
            name,
            searched(otp),
            near.stream().map(other -> "`" + other + "`").collect(Collectors.joining(", ")));
    if (near.isEmpty()) {
      return diagnostic;
    }
    diagnostic = diagnostic.variant(near.size() == 1 ? "near" : "several");
    for (String other : near) {
      String atom = TermPrinter.print(new Term.Atom(Span.at(0), other));
      diagnostic = diagnostic.fix("replace", false, place, atom, atom);
    }
    return diagnostic;
  }

  /** Returns the folders that were searched for applications. */
  static String searched(OtpIndex otp) {
    return otp.searched().stream()
        .map(Path::toString)
        .map(folder -> "`" + folder + "`")
        .collect(Collectors.joining(", "));
  }
}
