package dev.enit.cli.call;

import dev.enit.cli.StatedError;
import dev.enit.core.config.NodeText;
import dev.enit.core.node.wire.Terms;
import dev.enit.core.text.Messages;
import dev.enit.core.text.Nearest;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.ArrayList;
import java.util.List;

/** Why a call has no result, in words. */
final class CallFailure {
  private static final int SHOWN = 8;

  private CallFailure() {}

  /** From the reason that the agent gives, see {@code enit_agent:call/3}. */
  static StatedError of(Call call, Term reason) {
    List<Term> undefined = Terms.tagged(reason, "undef", 3);
    if (!undefined.isEmpty()) {
      return undefined(call, undefined.get(1));
    }
    List<Term> exception = Terms.tagged(reason, "exception", 4);
    if (!exception.isEmpty()) {
      return exception(call, exception);
    }
    return StatedError.of("cli.call.badrpc", call.signature(), TermPrinter.print(reason));
  }

  private static StatedError undefined(Call call, Term exported) {
    List<Term> exports = Terms.tagged(exported, "exports", 2);
    if (exports.isEmpty()) {
      return StatedError.of("cli.call.no-module", TermPrinter.atom(call.module()));
    }
    List<String> near = near(call, exports.getLast());
    return near.isEmpty()
        ? StatedError.of("cli.call.no-function", call.signature())
        : StatedError.of("cli.call.no-function.near", call.signature(), String.join("`, `", near));
  }

  /** The same name with another number of arguments, or a name that is near. */
  private static List<String> near(Call call, Term exports) {
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
        ? Nearest.some(call.function(), names).stream().distinct().toList()
        : same.stream().sorted().limit(SHOWN).toList();
  }

  private static StatedError exception(Call call, List<Term> exception) {
    String kind = NodeText.of(exception.get(1)).orElse("error");
    StringBuilder text =
        new StringBuilder(
            Messages.text(
                "cli.call.exception",
                call.signature(),
                Messages.text("cli.call.exception." + kind),
                NodeText.of(exception.get(2)).orElse("")));
    if (exception.get(3) instanceof Term.ListTerm stack) {
      for (Term frame : stack.elements()) {
        text.append(Messages.text("cli.call.frame", NodeText.of(frame).orElse("")));
      }
    }
    return StatedError.saying(text.toString());
  }
}
