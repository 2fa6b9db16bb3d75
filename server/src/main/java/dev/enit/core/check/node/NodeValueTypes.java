package dev.enit.core.check.node;

import dev.enit.core.config.NodeEnvironment;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.NodeText;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types that the keys of the section {@code node} accept. */
final class NodeValueTypes {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private NodeValueTypes() {}

  static boolean fits(NodeKey key, Term value) {
    return switch (key.type()) {
      // Another check tells whether a node name is valid.
      case TEXT -> isText(value) && (key == NodeKey.NODENAME || !isEmptyText(value));
      case STRING -> isString(value) && !isEmptyText(value);
      case ATOM -> value instanceof Term.Atom;
      case BOOLEAN -> isAtom(value, "true") || isAtom(value, "false");
      case MILLISECONDS, SECONDS -> isCount(value);
      case RETRIES -> isCount(value) || isAtom(value, "unlimited");
      case ENVIRONMENT -> NodeEnvironment.of(value).faults().isEmpty();
    };
  }

  /** Returns the value that the user certainly meant, or empty; always empty for a cookie. */
  static Optional<String> meant(NodeKey key, Term value) {
    Optional<String> text = NodeText.of(value);
    return switch (key.type()) {
      case TEXT, ENVIRONMENT -> Optional.empty();
      case STRING -> text.filter(name -> !name.isEmpty()).map(NodeValueTypes::string);
      case ATOM ->
          value instanceof Term.Str ? text.filter(NodeValueTypes::isPlain) : Optional.empty();
      case BOOLEAN -> text.filter(name -> name.equals("true") || name.equals("false"));
      case MILLISECONDS, SECONDS -> text.filter(number -> NUMBER.matcher(number).matches());
      case RETRIES ->
          text.filter(number -> NUMBER.matcher(number).matches())
              .or(() -> text.filter(NodeValueTypes::isEndless).map(_ -> "unlimited"));
    };
  }

  static boolean isEmptyText(Term value) {
    return NodeText.of(value).filter(String::isEmpty).isPresent();
  }

  private static boolean isText(Term value) {
    return NodeText.of(value).isPresent() || isCharacters(value);
  }

  private static boolean isString(Term value) {
    return value instanceof Term.Str || isCharacters(value);
  }

  /** Returns whether a value is a string that is written as a list of characters. */
  private static boolean isCharacters(Term value) {
    return value instanceof Term.ListTerm(var _, var elements, var tail)
        && tail == null
        && !elements.isEmpty()
        && elements.stream().allMatch(e -> e instanceof Term.Int || e instanceof Term.Char);
  }

  private static boolean isCount(Term value) {
    return value instanceof Term.Char
        || (value instanceof Term.Int(var _, var number) && number.signum() >= 0);
  }

  private static boolean isAtom(Term value, String name) {
    return value instanceof Term.Atom(var _, String atom) && atom.equals(name);
  }

  private static boolean isPlain(String text) {
    return text.matches("[a-z][a-z_]*");
  }

  private static boolean isEndless(String text) {
    return text.equals("infinity") || text.equals("unlimited");
  }

  private static String string(String text) {
    return TermPrinter.print(new Term.Str(Span.at(0), text));
  }
}
