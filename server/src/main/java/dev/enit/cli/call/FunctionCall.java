package dev.enit.cli.call;

import dev.enit.cli.command.UserError;
import dev.enit.core.check.syntax.FirstSyntaxDiagnostic;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.core.text.Messages;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.Optional;

/** A function with its arguments. */
record FunctionCall(String module, String function, List<Term> arguments) {

  /**
   * Returns the call that the arguments after the release name.
   *
   * @throws UserError where that is no call
   */
  static FunctionCall of(List<String> written) {
    return new FunctionCall(
        atom(written.get(0), "cli.call.module"),
        atom(written.get(1), "cli.call.function"),
        written.size() > 2 ? list(written.get(2)) : List.of());
  }

  /** Returns {@code module:function/arity}. */
  String signature() {
    return TermPrinter.atom(module) + ":" + TermPrinter.atom(function) + "/" + arguments.size();
  }

  Term request() {
    return WireTerms.tuple(
        WireTerms.atom("call"),
        WireTerms.atom(module),
        WireTerms.atom(function),
        WireTerms.list(arguments));
  }

  /** Returns the name that an argument has, bare or in the quotes of an atom. */
  private static String atom(String written, String kind) {
    if (!written.startsWith("'")) {
      return written;
    }
    List<Form> forms = TermParser.parse(written + ".").forms();
    if (forms.size() == 1
        && forms.getFirst().isIntact()
        && forms.getFirst().term() instanceof Term.Atom(var _, String name)) {
      return name;
    }
    throw UserError.usage("cli.call.no-atom", written, Messages.text(kind));
  }

  private static List<Term> list(String written) {
    String text = written.strip();
    TermFile file = TermParser.parse(text.endsWith(".") ? text : text + ".");
    Optional<String> mistake = FirstSyntaxDiagnostic.of(file);
    if (mistake.isPresent()) {
      throw UserError.usage("cli.call.no-term", mistake.get());
    }
    return file.forms().size() == 1
            && file.forms().getFirst().term() instanceof Term.ListTerm list
            && list.tail() == null
        ? list.elements()
        : refused(written);
  }

  private static List<Term> refused(String written) {
    throw UserError.usage("cli.call.no-list", written);
  }
}
