package dev.enit.core.check;

import dev.enit.core.source.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A diagnostic as data; its texts are on the page of its code.
 *
 * @param severity the severity of the code, unless this diagnostic has another one
 * @param place the span to underline
 * @param key the key of the message on the page: {@code message}, or {@code message.variant}
 * @param arguments the arguments of the message
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

  /** Returns a diagnostic with the plain message of its page. */
  public static Diagnostic of(DiagnosticCode code, Place place, Object... arguments) {
    return new Diagnostic(
        code, code.severity(), place, "message", strings(arguments), List.of(), List.of());
  }

  /** Returns the same diagnostic with another message: {@code message.VARIANT}. */
  public Diagnostic variant(String variant) {
    return new Diagnostic(code, severity, place, "message." + variant, arguments, related, fixes);
  }

  /** Returns the same diagnostic with another severity than that of its code. */
  public Diagnostic as(Severity other) {
    return new Diagnostic(code, other, place, key, arguments, related, fixes);
  }

  /** Returns the same diagnostic with one more related place; its text is {@code related.KEY}. */
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

  /** Returns the same diagnostic with one more fix. */
  public Diagnostic fix(Fix fix) {
    return new Diagnostic(code, severity, place, key, arguments, related, plus(fixes, fix));
  }

  /** Returns the same diagnostic with one more fix, of one place; its title is {@code fix.KEY}. */
  public Diagnostic fix(String name, boolean preferred, Place at, String text, Object... words) {
    return fix(
        new Fix("fix." + name, strings(words), List.of(new Fix.Change(at, text)), preferred));
  }

  /** Returns one line: what is wrong, and what to do. */
  public String message() {
    return code.page().text(key, arguments);
  }

  /** Returns the text of a related place. */
  public String message(RelatedPlace other) {
    return code.page().text(other.key(), other.arguments());
  }

  /** Returns the title of a fix. */
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
