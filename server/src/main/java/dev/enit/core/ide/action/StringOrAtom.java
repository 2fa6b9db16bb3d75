package dev.enit.core.ide.action;

import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPath;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The code action that writes a string of a value as an atom, and an atom as a string. */
final class StringOrAtom implements CodeActionProvider {
  private static final int LONGEST_ATOM = 255;
  private static final Set<String> BOOLEANS = Set.of("true", "false", "undefined");

  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    place
        .setting()
        .filter(setting -> setting.valueSpan().contains(place.range()))
        .filter(StringOrAtom::mayBeEither)
        .ifPresent(setting -> at(setting, place, to));
  }

  private static void at(Setting setting, CodeActionPlace place, Consumer<CodeActionItem> to) {
    Form form = setting.section().form();
    List<Term> path = TermPath.to(form.tree(), form.relative(place.range().start())).terms();
    Term term = path.getLast();
    if (!form.absolute(term).contains(place.range()) || isKey(path)) {
      return;
    }
    switch (term) {
      case Term.Str(var _, String text)
          when text.codePointCount(0, text.length()) <= LONGEST_ATOM ->
          to.accept(action(setting, term, "atom", TermPrinter.atom(text)));
      case Term.Atom(var _, String name) when !BOOLEANS.contains(name) ->
          to.accept(
              action(setting, term, "string", TermPrinter.print(new Term.Str(Span.at(0), name))));
      default -> {}
    }
  }

  /** The first of a pair in a list is what others look for: an atom, as a rule. */
  private static boolean isKey(List<Term> path) {
    return path.size() > 2
        && path.get(path.size() - 2) instanceof Term.Tuple(var _, var pair)
        && pair.size() == 2
        && pair.getFirst().equals(path.getLast())
        && path.get(path.size() - 3) instanceof Term.ListTerm;
  }

  /** Of the keys of the node, most take one of the two only. */
  private static boolean mayBeEither(Setting setting) {
    return !setting.application().equals(NodeKey.SECTION)
        || NodeKey.of(setting.key()).filter(key -> key.type() != NodeKey.Type.TEXT).isEmpty();
  }

  private static CodeActionItem action(Setting setting, Term term, String kind, String text) {
    return CodeActionItem.of(
        Kind.REWRITE,
        "as:" + kind,
        Messages.text("action.as." + kind),
        () -> {
          EditBuilder draft = new EditBuilder(setting.layer().file());
          draft.replace(setting.section().form().absolute(term), text);
          return List.of(draft.change());
        });
  }
}
