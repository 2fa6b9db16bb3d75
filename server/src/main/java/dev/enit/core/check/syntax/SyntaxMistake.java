package dev.enit.core.check.syntax;

import dev.enit.core.check.Check;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Problem;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.SyntaxError;
import java.util.function.Consumer;

/** Turns the parser's mistakes of one kind into findings; the code has the name of the kind. */
public record SyntaxMistake(SyntaxError.Kind kind) implements Check.OfFile {
  @Override
  public void check(SourceFile file, Consumer<Problem> report) {
    for (Form form : file.terms().forms()) {
      for (SyntaxError error : form.tree().errors()) {
        if (error.kind() == kind) {
          report.accept(problem(file, form, error));
        }
      }
    }
  }

  private Problem problem(SourceFile file, Form form, SyntaxError error) {
    Place place = new Place(file.path(), form.absolute(error.span()));
    Problem problem = Problem.of(code(), place, error.arguments().toArray());
    if (error.related() != null) {
      problem = problem.related(new Place(file.path(), form.absolute(error.related())), "place");
    }
    if (error.repair() != null) {
      Place repaired = new Place(file.path(), form.absolute(error.repair().span()));
      problem = problem.fix("repair", true, repaired, error.repair().text());
    }
    return problem;
  }

  private DiagnosticCode code() {
    return DiagnosticCode.valueOf(kind.name());
  }
}
