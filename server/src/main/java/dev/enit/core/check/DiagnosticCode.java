package dev.enit.core.check;

import static dev.enit.core.check.Severity.ERROR;

import dev.enit.core.check.application.UnknownApplication;
import dev.enit.core.check.syntax.SyntaxMistake;
import dev.enit.grammar.term.SyntaxError;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Every kind of finding. An id and a slug, once released, never change their meaning. The hundreds
 * group them: 1 syntax, 2 specification, 3 applications, 4 sections, 5 layers and values, 6 node, 7
 * host.
 */
// Checks have no state and the sets are unmodifiable; the compiler cannot see either.
@SuppressWarnings("ImmutableEnumChecker")
public enum DiagnosticCode {
  MISSING_COMMA("EN101", "missing-comma", ERROR, new SyntaxMistake(SyntaxError.Kind.MISSING_COMMA)),
  UNKNOWN_APPLICATION("EN301", "unknown-application", ERROR, new UnknownApplication());

  private final String id;
  private final String slug;
  private final Severity severity;
  private final Check check;
  private final Set<Tag> tags;

  DiagnosticCode(String id, String slug, Severity severity, Check check, Tag... tags) {
    this.id = id;
    this.slug = slug;
    this.severity = severity;
    this.check = check;
    this.tags = Set.of(tags);
  }

  /** Such as {@code EN301}. */
  public String id() {
    return id;
  }

  /** Such as {@code unknown-application}. */
  public String slug() {
    return slug;
  }

  /** What its findings usually weigh. */
  public Severity severity() {
    return severity;
  }

  public Set<Tag> tags() {
    return tags;
  }

  Check check() {
    return check;
  }

  /** Its words and its explanation. */
  public DiagnosticPage page() {
    return DiagnosticPage.of(id);
  }

  /** By id or slug, in any case. */
  public static Optional<DiagnosticCode> of(String name) {
    return Arrays.stream(values())
        .filter(code -> code.id.equalsIgnoreCase(name) || code.slug.equalsIgnoreCase(name))
        .findFirst();
  }
}
