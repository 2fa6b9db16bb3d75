package dev.enit.core.otp;

import dev.enit.core.host.RegularFile;
import dev.enit.core.otp.AppFile.AppFileError;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.NewerSyntax;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading an {@code .app} file: either a specification or a mistake, since what an
 * emulator refuses is not half understood here.
 */
record AppFileResult(Optional<AppFile> file, Optional<AppFileError> mistake) {
  /** Of an application that is not installed. */
  static final AppFileResult NONE = new AppFileResult(Optional.empty(), Optional.empty());

  static AppFileResult read(InstalledApp app, OtpSyntax syntax) {
    try {
      // Bytes that are no UTF-8 are no mistake: emulators load such a file.
      String text =
          SourceDecoder.decode(RegularFile.read(app.appFile(), RegularFile.MAX_APP)).text();
      return of(app, TermParser.parse(text, syntax));
    } catch (IOException e) {
      return mistake(
          app, AppFileError.Kind.UNREADABLE, Span.at(0), RegularFile.reason(app.appFile(), e));
    }
  }

  private static AppFileResult of(InstalledApp app, TermFile terms) {
    for (Form form : terms.forms()) {
      Span mistake = mistake(form, terms.syntax());
      if (mistake != null) {
        Span span = form.absolute(mistake);
        String line = String.valueOf(terms.lines().line(span.start()) + 1);
        return mistake(app, AppFileError.Kind.SYNTAX, span, line);
      }
    }
    AppFile file = AppFile.of(app.appFile(), terms).orElse(null);
    if (file == null) {
      return mistake(app, AppFileError.Kind.NO_APPLICATION, Span.at(0), "");
    }
    return file.name().equals(app.name())
        ? new AppFileResult(Optional.of(file), Optional.empty())
        : mistake(app, AppFileError.Kind.OTHER_NAME, Span.at(0), file.name());
  }

  /** Where the OTP stops reading a form; null where it reads it. */
  private static @Nullable Span mistake(Form form, OtpSyntax syntax) {
    if (!form.isIntact()) {
      return form.tree().errors().getFirst().span();
    }
    return form.tree().newer().stream()
        .filter(place -> !syntax.accepts(place.feature()))
        .map(NewerSyntax::span)
        .findFirst()
        .orElse(null);
  }

  private static AppFileResult mistake(
      InstalledApp app, AppFileError.Kind kind, Span span, String detail) {
    return new AppFileResult(
        Optional.empty(), Optional.of(new AppFileError(app.appFile(), kind, span, detail)));
  }
}
