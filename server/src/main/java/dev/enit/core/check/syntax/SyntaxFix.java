package dev.enit.core.check.syntax;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Fixes of mistakes that the parser does not repair, as it cannot know what was meant. */
final class SyntaxFix {
  private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
  private static final List<String> BOOLEANS = List.of("true", "false");

  private SyntaxFix() {}

  /**
   * Returns the diagnostic with fixes for what was probably meant.
   *
   * @param only whether its form has no other error: only then a fix makes it readable
   */
  static Diagnostic add(
      Diagnostic problem, Kind kind, String text, List<String> arguments, boolean only) {
    String found = arguments.isEmpty() ? "" : arguments.getFirst();
    return switch (kind) {
      case VARIABLE -> variable(problem, found, only);
      case OPERATOR -> operator(problem, text, found, only);
      case BAD_NUMBER -> number(problem, text, found);
      case BAD_ESCAPE -> escape(problem, text, found);
      default -> problem;
    };
  }

  /** Two strings join by themselves. */
  private static Diagnostic operator(Diagnostic problem, String text, String found, boolean only) {
    Span span = problem.place().span();
    boolean joins =
        found.equals("++")
            && text.substring(0, span.start()).stripTrailing().endsWith("\"")
            && text.substring(span.end()).stripLeading().startsWith("\"");
    if (!joins) {
      return problem;
    }
    boolean blank = span.end() < text.length() && text.charAt(span.end()) == ' ';
    Span cut = new Span(span.start(), span.end() + (blank ? 1 : 0));
    return problem.fix("join", only, new Place(problem.place().path(), cut), "", found);
  }

  /** An address is written in one of two ways; a number with its unit is text. */
  private static Diagnostic number(Diagnostic problem, String text, String found) {
    boolean isText =
        !problem.key().equals("message.based") && !problem.key().equals("message.large");
    if (!isText || !problem.place().span().in(text).equals(found)) {
      return problem;
    }
    String tuple = "{" + found.replace('.', ',') + "}";
    Diagnostic fixed =
        ADDRESS.matcher(found).matches() ? replace(problem, "tuple", false, found, tuple) : problem;
    return replace(fixed, "quote", false, found, '"' + found + '"');
  }

  private static Diagnostic escape(Diagnostic problem, String text, String found) {
    Span span = problem.place().span();
    boolean isBackslash = span.in(text).startsWith("\\") && !found.contains("{");
    return isBackslash
        ? problem.fix(
            "backslash",
            false,
            new Place(problem.place().path(), Span.at(span.start())),
            "\\",
            "\\" + found)
        : problem;
  }

  static boolean isBoolean(String name) {
    return BOOLEANS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Diagnostic variable(Diagnostic problem, String name, boolean only) {
    if (isBoolean(name)) {
      return replace(problem, "boolean", only, name, name.toLowerCase(Locale.ROOT));
    }
    return name.equals("_") ? problem : replace(problem, "quote", false, name, quoted(name));
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }

  private static Diagnostic replace(
      Diagnostic problem, String fix, boolean preferred, String found, String text) {
    return problem.fix(
        fix,
        preferred,
        problem.place(),
        text,
        SyntaxWording.brief(found),
        SyntaxWording.brief(text));
  }
}
