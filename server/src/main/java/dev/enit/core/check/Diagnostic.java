package dev.enit.core.check;

import dev.enit.core.source.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A diagnostic as data; its words stand on the page of its code.
 *
 * @param severity that of the code, unless this one matters more or less
 * @param place what is underlined
 * @param key of the message on the page: {@code message}, or {@code message.variant}
 * @param arguments of the message
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    Place place,
    String key,
    List<String> arguments,
    List<RelatedPlace> related,
    List<Fix> fixes) {

  public Diagnostic {
    arguments = List.copyOf(arguments);
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
  }

  /** A diagnostic with the plain message of its page. */
  public static Diagnostic of(DiagnosticCode code, Place place, Object... arguments) {
    return new Diagnostic(
        code, code.severity(), place, "message", strings(arguments), List.of(), List.of());
  }

  /** The same diagnostic in other words: those under {@code message.VARIANT}. */
  public Diagnostic variant(String variant) {
    return new Diagnostic(code, severity, place, "message." + variant, arguments, related, fixes);
  }

  /** The same diagnostic, of another weight than its code usually has. */
  public Diagnostic as(Severity other) {
    return new Diagnostic(code, other, place, key, arguments, related, fixes);
  }

  /** The same diagnostic with one more place; the words stand under {@code related.KEY}. */
  public Diagnostic related(Place other, String name, Object... words) {
    return new Diagnostic(
        code,
        severity,
        place,
        key,
        arguments,
        plus(related, new RelatedPlace(other, "related." + name, strings(words))),
        fixes);
  }

  /** The same diagnostic with one more fix. */
  public Diagnostic fix(Fix fix) {
    return new Diagnostic(code, severity, place, key, arguments, related, plus(fixes, fix));
  }

  /** A fix of one place; the title stands under {@code fix.KEY}. */
  public Diagnostic fix(String name, boolean preferred, Place at, String text, Object... words) {
    return fix(
        new Fix("fix." + name, strings(words), List.of(new Fix.Change(at, text)), preferred));
  }

  /** One line: what is wrong, and what to do. */
  public String message() {
    return code.page().text(key, arguments);
  }

  /** The words of a related place. */
  public String message(RelatedPlace other) {
    return code.page().text(other.key(), other.arguments());
  }

  /** The title of a fix. */
  public String title(Fix fix) {
    return code.page().text(fix.key(), fix.arguments());
  }

  private static List<String> strings(Object... values) {
    return Arrays.stream(values).map(String::valueOf).toList();
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return all;
  }
}
