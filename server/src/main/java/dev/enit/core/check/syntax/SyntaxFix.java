package dev.enit.core.check.syntax;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Fixes of errors that the parser does not repair, as the intended text is uncertain. */
final class SyntaxFix {
  private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
  private static final List<String> BOOLEANS = List.of("true", "false");

  private SyntaxFix() {}

  /**
   * Returns the diagnostic with fixes that write what the user probably meant.
   *
   * @param only whether its form has no other error: only then a fix makes it readable
   */
  static Diagnostic add(
      Diagnostic diagnostic, Kind kind, String text, List<String> arguments, boolean only) {
    String found = arguments.isEmpty() ? "" : arguments.getFirst();
    return switch (kind) {
      case VARIABLE -> variable(diagnostic, found, only);
      case OPERATOR -> operator(diagnostic, text, found, only);
      case BAD_NUMBER -> number(diagnostic, text, found);
      case BAD_ESCAPE -> escape(diagnostic, text, found);
      default -> diagnostic;
    };
  }

  /** Adds the fix for an operator: adjacent strings are joined without one. */
  private static Diagnostic operator(
      Diagnostic diagnostic, String text, String found, boolean only) {
    Span span = diagnostic.place().span();
    boolean joins =
        found.equals("++")
            && text.substring(0, span.start()).stripTrailing().endsWith("\"")
            && text.substring(span.end()).stripLeading().startsWith("\"");
    if (!joins) {
      return diagnostic;
    }
    boolean blank = span.end() < text.length() && text.charAt(span.end()) == ' ';
    Span cut = new Span(span.start(), span.end() + (blank ? 1 : 0));
    return diagnostic.fix("join", only, new Place(diagnostic.place().path(), cut), "", found);
  }

  /**
   * Adds the fixes for a bad number: an address is a tuple or a string, a number with its unit is a
   * string.
   */
  private static Diagnostic number(Diagnostic diagnostic, String text, String found) {
    boolean isText =
        !diagnostic.key().equals("message.based") && !diagnostic.key().equals("message.large");
    if (!isText || !diagnostic.place().span().in(text).equals(found)) {
      return diagnostic;
    }
    String tuple = "{" + found.replace('.', ',') + "}";
    Diagnostic fixed =
        ADDRESS.matcher(found).matches()
            ? replace(diagnostic, "tuple", false, found, tuple)
            : diagnostic;
    return replace(fixed, "quote", false, found, '"' + found + '"');
  }

  private static Diagnostic escape(Diagnostic diagnostic, String text, String found) {
    Span span = diagnostic.place().span();
    boolean isBackslash = span.in(text).startsWith("\\") && !found.contains("{");
    return isBackslash
        ? diagnostic.fix(
            "backslash",
            false,
            new Place(diagnostic.place().path(), Span.at(span.start())),
            "\\",
            "\\" + found)
        : diagnostic;
  }

  static boolean isBoolean(String name) {
    return BOOLEANS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Diagnostic variable(Diagnostic diagnostic, String name, boolean only) {
    if (isBoolean(name)) {
      return replace(diagnostic, "boolean", only, name, name.toLowerCase(Locale.ROOT));
    }
    return name.equals("_") ? diagnostic : replace(diagnostic, "quote", false, name, quoted(name));
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }

  private static Diagnostic replace(
      Diagnostic diagnostic, String fix, boolean preferred, String found, String text) {
    return diagnostic.fix(
        fix,
        preferred,
        diagnostic.place(),
        text,
        SyntaxWording.brief(found),
        SyntaxWording.brief(text));
  }
}
