package dev.enit.cli.call;

import dev.enit.cli.command.UserError;
import dev.enit.core.config.NodeText;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.core.text.Messages;
import dev.enit.core.text.NearestName;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.List;

/** The error of a call that has no result. */
final class CallFailure {
  private static final int SHOWN = 8;

  private CallFailure() {}

  /** Returns the error for a reason of the agent, see {@code enit_agent:call/3}. */
  static UserError of(FunctionCall call, Term reason) {
    List<Term> undefined = WireTerms.tagged(reason, "undef", 3);
    if (!undefined.isEmpty()) {
      return undefined(call, undefined.get(1));
    }
    List<Term> exception = WireTerms.tagged(reason, "exception", 4);
    if (!exception.isEmpty()) {
      return exception(call, exception);
    }
    return UserError.of("cli.call.badrpc", call.signature(), TermPrinter.print(reason));
  }

  private static UserError undefined(FunctionCall call, Term exported) {
    List<Term> exports = WireTerms.tagged(exported, "exports", 2);
    if (exports.isEmpty()) {
      return UserError.of("cli.call.no-module", TermPrinter.atom(call.module()));
    }
    List<String> near = near(call, exports.getLast());
    return near.isEmpty()
        ? UserError.of("cli.call.no-function", call.signature())
        : UserError.of("cli.call.no-function.near", call.signature(), String.join("`, `", near));
  }

  /** Returns the functions of the same name, or else similar names. */
  private static List<String> near(FunctionCall call, Term exports) {
    List<String> same = new ArrayList<>();
    List<String> names = new ArrayList<>();
    if (exports instanceof Term.ListTerm list) {
      for (Term export : list.elements()) {
        if (export instanceof Term.Tuple(var _, var pair)
            && pair.getFirst() instanceof Term.Atom(var _, String name)) {
          names.add(name);
          if (name.equals(call.function())) {
            same.add(TermPrinter.atom(name) + "/" + TermPrinter.print(pair.getLast()));
          }
        }
      }
    }
    return same.isEmpty()
        ? NearestName.some(call.function(), names).stream().distinct().toList()
        : same.stream().sorted().limit(SHOWN).toList();
  }

  private static UserError exception(FunctionCall call, List<Term> exception) {
    String kind = NodeText.of(exception.get(1)).orElse("error");
    String text =
        Messages.text(
            "cli.call.exception",
            call.signature(),
            Messages.text("cli.call.exception." + kind),
            NodeText.of(exception.get(2)).orElse(""));
    List<String> frames = new ArrayList<>();
    if (exception.get(3) instanceof Term.ListTerm stack) {
      for (Term frame : stack.elements()) {
        frames.add(Messages.text("cli.call.frame", NodeText.of(frame).orElse("")));
      }
    }
    return UserError.saying(text, frames);
  }
}
