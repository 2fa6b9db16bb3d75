package dev.enit.core.check.syntax;

import dev.enit.core.check.Problem;
import dev.enit.grammar.term.SyntaxError.Kind;
import java.util.List;
import java.util.Locale;

/** Fixes of mistakes that the parser does not repair, as it cannot know what was meant. */
final class SyntaxFix {
  private static final List<String> BOOLEANS = List.of("true", "false");

  private SyntaxFix() {}

  /** The finding with what somebody probably meant who wrote this. */
  static Problem add(Problem problem, Kind kind, List<String> arguments) {
    String found = arguments.isEmpty() ? "" : arguments.getFirst();
    return kind == Kind.VARIABLE ? variable(problem, found) : problem;
  }

  static boolean isBoolean(String name) {
    return BOOLEANS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Problem variable(Problem problem, String name) {
    if (isBoolean(name)) {
      return replace(problem, "boolean", true, name, name.toLowerCase(Locale.ROOT));
    }
    return name.equals("_") ? problem : replace(problem, "quote", false, name, quoted(name));
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }

  private static Problem replace(
      Problem problem, String fix, boolean preferred, String found, String text) {
    return problem.fix(fix, preferred, problem.place(), text, found, text);
  }
}
