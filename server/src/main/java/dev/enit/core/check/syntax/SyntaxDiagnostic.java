package dev.enit.core.check.syntax;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.CertainRepairs;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.SyntaxError.Kind;
import java.util.List;
import java.util.function.Consumer;

/** Reports the parser's errors of one kind; the code has the name of the kind. */
public record SyntaxDiagnostic(Kind kind) implements Check.OfFile {
  @Override
  public void check(SourceFile file, OtpIndex otp, Consumer<Diagnostic> report) {
    if (ForeignText.isForeign(file)) {
      return;
    }
    report(file, 0, file.decoding(), false, report);
    report(file, 0, file.terms().errors(), false, report);
    List<Form> forms = file.terms().forms();
    if (forms.stream().noneMatch(this::isIn)) {
      return;
    }
    CertainRepairs repairs = new CertainRepairs(file.terms());
    for (int i = 0; i < forms.size(); i++) {
      if (!forms.get(i).isIntact()) {
        Form form = forms.get(i);
        report(file, form.start(), form.tree().errors(), repairs.areIn(i), report);
      }
    }
  }

  private boolean isIn(Form form) {
    return form.tree().errors().stream().anyMatch(error -> error.kind() == kind);
  }

  private void report(
      SourceFile file,
      int start,
      List<SyntaxError> errors,
      boolean certain,
      Consumer<Diagnostic> report) {
    for (SyntaxError error : errors) {
      if (error.kind() == kind) {
        report.accept(diagnostic(file, start, error, certain, certain || errors.size() == 1));
      }
    }
  }

  /**
   * Returns the diagnostic of an error whose spans count from a place of the file.
   *
   * @param certain whether the repairs of its form may be applied unasked
   * @param only whether no other error of its form keeps it from being read
   */
  private Diagnostic diagnostic(
      SourceFile file, int start, SyntaxError error, boolean certain, boolean only) {
    Object[] words = error.arguments().stream().map(SyntaxWording::brief).toArray();
    Diagnostic diagnostic = Diagnostic.of(code(), place(file, start, error.span()), words);
    diagnostic = SyntaxWording.of(error).map(diagnostic::variant).orElse(diagnostic);
    if (error.related() != null) {
      Place related = place(file, start, error.related());
      diagnostic = diagnostic.related(related, "place", words);
    }
    if (error.repair() == null) {
      return SyntaxFix.add(diagnostic, kind, file.text(), error.arguments(), only);
    }
    Place repaired = place(file, start, error.repair().span());
    String text = error.repair().text();
    String fix = SyntaxWording.repair(error);
    boolean preferred = certain && error.repair().certain();
    return diagnostic.fix(fix, preferred, repaired, text, words);
  }

  private static Place place(SourceFile file, int start, Span span) {
    return new Place(file.path(), span.shift(start));
  }

  private DiagnosticCode code() {
    return DiagnosticCode.valueOf(kind.name());
  }
}
