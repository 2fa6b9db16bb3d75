package dev.enit.core.check;

import static dev.enit.core.check.DiagnosticTag.DEPRECATED;
import static dev.enit.core.check.DiagnosticTag.UNNECESSARY;
import static dev.enit.core.check.Severity.ERROR;
import static dev.enit.core.check.Severity.HINT;
import static dev.enit.core.check.Severity.INFORMATION;
import static dev.enit.core.check.Severity.WARNING;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The code of a kind of diagnostic. An id and a slug, once released, never change their meaning.
 * The hundreds group them: 1 syntax, 2 specification, 3 applications, 4 sections, 5 layers and
 * values, 6 node, 7 host, 8 running node.
 */
// The sets are unmodifiable, which the compiler cannot see.
@SuppressWarnings("ImmutableEnumChecker")
public enum DiagnosticCode {
  MISSING_COMMA("EN101", "missing-comma", ERROR),
  MISSING_BRACKET("EN102", "missing-bracket", ERROR),
  UNEXPECTED_BRACKET("EN103", "unexpected-bracket", ERROR),
  MISSING_DOT("EN104", "missing-dot", ERROR),
  DOT_WITHOUT_SPACE("EN105", "dot-without-space", ERROR),
  STRAY_SEPARATOR("EN106", "stray-separator", ERROR),
  UNTERMINATED_STRING("EN107", "unterminated-string", ERROR),
  UNTERMINATED_ATOM("EN108", "unterminated-atom", ERROR),
  CURLY_QUOTE("EN109", "curly-quote", ERROR),
  OPERATOR("EN110", "operator", ERROR),
  VARIABLE("EN111", "variable", ERROR),
  RESERVED_WORD("EN112", "reserved-word", ERROR),
  NOT_A_TERM("EN113", "not-a-term", ERROR),
  BAD_NUMBER("EN114", "bad-number", ERROR),
  BAD_ESCAPE("EN115", "bad-escape", ERROR),
  BAD_SEGMENT("EN116", "bad-segment", ERROR),
  BAD_CHARACTER("EN117", "bad-character", ERROR),
  UNEXPECTED_TOKEN("EN118", "unexpected-token", ERROR),
  TOO_DEEP("EN119", "too-deep", ERROR),
  TOO_LONG("EN120", "too-long", ERROR),
  NOT_UTF8("EN121", "not-utf8", ERROR),
  NEWER_SYNTAX("EN122", "newer-syntax", ERROR),
  SYNTAX_ONLY("EN123", "syntax-only", INFORMATION),
  REMOVED_SYNTAX("EN124", "removed-syntax", ERROR),
  JOINED_QUOTES("EN125", "joined-quotes", WARNING),
  FOREIGN_TEXT("EN126", "foreign-text", ERROR),
  TOO_MANY_DIAGNOSTICS("EN127", "too-many-diagnostics", INFORMATION),
  NOT_A_RELEASE("EN201", "not-a-release", ERROR),
  NAME_DIFFERS_FROM_DIRECTORY("EN202", "name-differs-from-directory", WARNING),
  MISSING_VERSION("EN203", "missing-version", ERROR),
  BAD_VERSION("EN204", "bad-version", ERROR),
  MISSING_APPLICATIONS("EN205", "missing-applications", ERROR),
  BAD_APPLICATIONS("EN206", "bad-applications", ERROR),
  STRING_AS_APPLICATION("EN207", "string-as-application", ERROR),
  DUPLICATE_APPLICATION("EN208", "duplicate-application", WARNING, UNNECESSARY),
  UNKNOWN_PROPERTY("EN209", "unknown-property", INFORMATION),
  DUPLICATE_PROPERTY("EN210", "duplicate-property", WARNING),
  EXTRA_FORM("EN211", "extra-form", WARNING),
  UNKNOWN_APPLICATION("EN301", "unknown-application", ERROR),
  DEPENDENCY_NOT_INSTALLED("EN302", "dependency-not-installed", ERROR),
  DEPENDENCY_CYCLE("EN303", "dependency-cycle", ERROR),
  INCLUDED_TWICE("EN304", "included-twice", ERROR),
  DEPENDS_ON_INCLUDED("EN305", "depends-on-included", WARNING),
  UNREADABLE_APP_FILE("EN306", "unreadable-app-file", ERROR),
  BROKEN_MODULE("EN307", "broken-module", WARNING),
  NOT_A_SECTION("EN401", "not-a-section", ERROR),
  SYS_CONFIG_LIST("EN402", "sys-config-list", ERROR),
  BARE_VALUE_IN_SECTION("EN403", "bare-value-in-section", ERROR),
  KEY_NOT_AN_ATOM("EN404", "key-not-an-atom", ERROR),
  DUPLICATE_KEY("EN405", "duplicate-key", WARNING, UNNECESSARY),
  APPLICATION_NOT_IN_RELEASE("EN406", "application-not-in-release", WARNING),
  UNKNOWN_SECTION("EN407", "unknown-section", WARNING),
  BAD_EXTENSION("EN408", "bad-extension", ERROR),
  OWN_SECTION("EN409", "own-section", WARNING),
  TYPE_DIFFERS_FROM_DEFAULT("EN501", "type-differs-from-default", WARNING),
  OVERRIDDEN("EN502", "overridden", HINT),
  SAME_AS_OVERRIDDEN("EN503", "same-as-overridden", HINT, UNNECESSARY),
  UNREADABLE_LAYER("EN504", "unreadable-layer", ERROR),
  MISSING_COOKIE("EN601", "missing-cookie", ERROR),
  LONG_NODE_NAME("EN602", "long-node-name", ERROR),
  INVALID_NODE_NAME("EN603", "invalid-node-name", ERROR),
  OTHER_HOST("EN604", "other-host", WARNING),
  UNKNOWN_NODE_KEY("EN605", "unknown-node-key", WARNING),
  BAD_NODE_VALUE("EN606", "bad-node-value", ERROR),
  UNKNOWN_USER("EN607", "unknown-user", ERROR),
  UNKNOWN_GROUP("EN608", "unknown-group", ERROR),
  OBSOLETE_SMP("EN609", "obsolete-smp", HINT, DEPRECATED),
  DUPLICATE_NODE_NAME("EN610", "duplicate-node-name", WARNING),
  READABLE_COOKIE("EN701", "readable-cookie", WARNING),
  OTP_NOT_FOUND("EN702", "otp-not-found", WARNING),
  UNKNOWN_SETTING("EN703", "unknown-setting", WARNING),
  UNSAFE_FILE("EN704", "unsafe-file", WARNING),
  DRIFT("EN801", "drift", INFORMATION),
  WAITS_FOR_RESTART("EN802", "waits-for-restart", INFORMATION);

  private final String id;
  private final String slug;
  private final Severity severity;
  private final Set<DiagnosticTag> tags;

  DiagnosticCode(String id, String slug, Severity severity, DiagnosticTag... tags) {
    this.id = id;
    this.slug = slug;
    this.severity = severity;
    this.tags = Set.of(tags);
  }

  /** Returns the id, such as {@code EN301}. */
  public String id() {
    return id;
  }

  /** Returns the slug, such as {@code unknown-application}. */
  public String slug() {
    return slug;
  }

  /** Returns the usual severity of its diagnostics. */
  public Severity severity() {
    return severity;
  }

  public Set<DiagnosticTag> tags() {
    return tags;
  }

  /** Returns the page with its texts and its explanation. */
  public DiagnosticPage page() {
    return DiagnosticPage.of(id);
  }

  /** Returns the code with an id or a slug, ignoring case. */
  public static Optional<DiagnosticCode> of(String name) {
    return Arrays.stream(values())
        .filter(code -> code.id.equalsIgnoreCase(name) || code.slug.equalsIgnoreCase(name))
        .findFirst();
  }
}
