package dev.enit.core.check;

import static dev.enit.core.check.DiagnosticTag.DEPRECATED;
import static dev.enit.core.check.DiagnosticTag.UNNECESSARY;
import static dev.enit.core.check.Severity.ERROR;
import static dev.enit.core.check.Severity.HINT;
import static dev.enit.core.check.Severity.INFORMATION;
import static dev.enit.core.check.Severity.WARNING;

import dev.enit.core.check.application.BrokenModule;
import dev.enit.core.check.application.DependencyCycle;
import dev.enit.core.check.application.DependencyNotInstalled;
import dev.enit.core.check.application.DependsOnIncluded;
import dev.enit.core.check.application.IncludedTwice;
import dev.enit.core.check.application.UnknownApplication;
import dev.enit.core.check.application.UnreadableAppFile;
import dev.enit.core.check.host.OtpNotFound;
import dev.enit.core.check.host.ReadableCookie;
import dev.enit.core.check.host.UnknownSetting;
import dev.enit.core.check.layer.Overridden;
import dev.enit.core.check.layer.SameAsOverridden;
import dev.enit.core.check.layer.TypeDiffers;
import dev.enit.core.check.layer.UnreadableLayer;
import dev.enit.core.check.node.BadNodeValue;
import dev.enit.core.check.node.DuplicateNodeName;
import dev.enit.core.check.node.InvalidNodeName;
import dev.enit.core.check.node.LongNodeName;
import dev.enit.core.check.node.MissingCookie;
import dev.enit.core.check.node.ObsoleteSmp;
import dev.enit.core.check.node.OtherHost;
import dev.enit.core.check.node.UnknownAccount;
import dev.enit.core.check.node.UnknownNodeKey;
import dev.enit.core.check.running.Drift;
import dev.enit.core.check.running.WaitsForRestart;
import dev.enit.core.check.section.BadExtension;
import dev.enit.core.check.section.BareValue;
import dev.enit.core.check.section.DuplicateKey;
import dev.enit.core.check.section.KeyNotAnAtom;
import dev.enit.core.check.section.NotASection;
import dev.enit.core.check.section.NotInRelease;
import dev.enit.core.check.section.OwnSection;
import dev.enit.core.check.section.SysConfigList;
import dev.enit.core.check.section.UnknownSection;
import dev.enit.core.check.specification.BadApplications;
import dev.enit.core.check.specification.BadVersion;
import dev.enit.core.check.specification.DuplicateApplication;
import dev.enit.core.check.specification.DuplicateProperty;
import dev.enit.core.check.specification.ExtraForm;
import dev.enit.core.check.specification.MissingApplications;
import dev.enit.core.check.specification.MissingVersion;
import dev.enit.core.check.specification.NameDiffersFromDirectory;
import dev.enit.core.check.specification.NotARelease;
import dev.enit.core.check.specification.StringAsApplication;
import dev.enit.core.check.specification.UnknownProperty;
import dev.enit.core.check.syntax.ForeignText;
import dev.enit.core.check.syntax.JoinedQuotes;
import dev.enit.core.check.syntax.NewerThanTarget;
import dev.enit.core.check.syntax.RemovedSyntax;
import dev.enit.core.check.syntax.SyntaxDiagnostic;
import dev.enit.core.check.syntax.SyntaxOnly;
import dev.enit.core.config.NodeKey;
import dev.enit.grammar.term.SyntaxError.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Every kind of diagnostic. An id and a slug, once released, never change their meaning. The
 * hundreds group them: 1 syntax, 2 specification, 3 applications, 4 sections, 5 layers and values,
 * 6 node, 7 host, 8 running node.
 */
// Checks have no state and the sets are unmodifiable; the compiler cannot see either.
@SuppressWarnings("ImmutableEnumChecker")
public enum DiagnosticCode {
  MISSING_COMMA("EN101", "missing-comma", ERROR, new SyntaxDiagnostic(Kind.MISSING_COMMA)),
  MISSING_BRACKET("EN102", "missing-bracket", ERROR, new SyntaxDiagnostic(Kind.MISSING_BRACKET)),
  UNEXPECTED_BRACKET(
      "EN103", "unexpected-bracket", ERROR, new SyntaxDiagnostic(Kind.UNEXPECTED_BRACKET)),
  MISSING_DOT("EN104", "missing-dot", ERROR, new SyntaxDiagnostic(Kind.MISSING_DOT)),
  DOT_WITHOUT_SPACE(
      "EN105", "dot-without-space", ERROR, new SyntaxDiagnostic(Kind.DOT_WITHOUT_SPACE)),
  STRAY_SEPARATOR("EN106", "stray-separator", ERROR, new SyntaxDiagnostic(Kind.STRAY_SEPARATOR)),
  UNTERMINATED_STRING(
      "EN107", "unterminated-string", ERROR, new SyntaxDiagnostic(Kind.UNTERMINATED_STRING)),
  UNTERMINATED_ATOM(
      "EN108", "unterminated-atom", ERROR, new SyntaxDiagnostic(Kind.UNTERMINATED_ATOM)),
  CURLY_QUOTE("EN109", "curly-quote", ERROR, new SyntaxDiagnostic(Kind.CURLY_QUOTE)),
  OPERATOR("EN110", "operator", ERROR, new SyntaxDiagnostic(Kind.OPERATOR)),
  VARIABLE("EN111", "variable", ERROR, new SyntaxDiagnostic(Kind.VARIABLE)),
  RESERVED_WORD("EN112", "reserved-word", ERROR, new SyntaxDiagnostic(Kind.RESERVED_WORD)),
  NOT_A_TERM("EN113", "not-a-term", ERROR, new SyntaxDiagnostic(Kind.NOT_A_TERM)),
  BAD_NUMBER("EN114", "bad-number", ERROR, new SyntaxDiagnostic(Kind.BAD_NUMBER)),
  BAD_ESCAPE("EN115", "bad-escape", ERROR, new SyntaxDiagnostic(Kind.BAD_ESCAPE)),
  BAD_SEGMENT("EN116", "bad-segment", ERROR, new SyntaxDiagnostic(Kind.BAD_SEGMENT)),
  BAD_CHARACTER("EN117", "bad-character", ERROR, new SyntaxDiagnostic(Kind.BAD_CHARACTER)),
  UNEXPECTED_TOKEN("EN118", "unexpected-token", ERROR, new SyntaxDiagnostic(Kind.UNEXPECTED_TOKEN)),
  TOO_DEEP("EN119", "too-deep", ERROR, new SyntaxDiagnostic(Kind.TOO_DEEP)),
  TOO_LONG("EN120", "too-long", ERROR, new SyntaxDiagnostic(Kind.TOO_LONG)),
  NOT_UTF8("EN121", "not-utf8", ERROR, new SyntaxDiagnostic(Kind.NOT_UTF8)),
  NEWER_SYNTAX("EN122", "newer-syntax", ERROR, new NewerThanTarget()),
  SYNTAX_ONLY("EN123", "syntax-only", INFORMATION, new SyntaxOnly()),
  REMOVED_SYNTAX("EN124", "removed-syntax", ERROR, new RemovedSyntax()),
  JOINED_QUOTES("EN125", "joined-quotes", WARNING, new JoinedQuotes()),
  FOREIGN_TEXT("EN126", "foreign-text", ERROR, new ForeignText()),
  TOO_MANY_DIAGNOSTICS("EN127", "too-many-diagnostics", INFORMATION, new Check.OfAmount()),
  NOT_A_RELEASE("EN201", "not-a-release", ERROR, new NotARelease()),
  NAME_DIFFERS_FROM_DIRECTORY(
      "EN202", "name-differs-from-directory", WARNING, new NameDiffersFromDirectory()),
  MISSING_VERSION("EN203", "missing-version", ERROR, new MissingVersion()),
  BAD_VERSION("EN204", "bad-version", ERROR, new BadVersion()),
  MISSING_APPLICATIONS("EN205", "missing-applications", ERROR, new MissingApplications()),
  BAD_APPLICATIONS("EN206", "bad-applications", ERROR, new BadApplications()),
  STRING_AS_APPLICATION("EN207", "string-as-application", ERROR, new StringAsApplication()),
  DUPLICATE_APPLICATION(
      "EN208", "duplicate-application", WARNING, new DuplicateApplication(), UNNECESSARY),
  UNKNOWN_PROPERTY("EN209", "unknown-property", INFORMATION, new UnknownProperty()),
  DUPLICATE_PROPERTY("EN210", "duplicate-property", WARNING, new DuplicateProperty()),
  EXTRA_FORM("EN211", "extra-form", WARNING, new ExtraForm()),
  UNKNOWN_APPLICATION("EN301", "unknown-application", ERROR, new UnknownApplication()),
  DEPENDENCY_NOT_INSTALLED(
      "EN302", "dependency-not-installed", ERROR, new DependencyNotInstalled()),
  DEPENDENCY_CYCLE("EN303", "dependency-cycle", ERROR, new DependencyCycle()),
  INCLUDED_TWICE("EN304", "included-twice", ERROR, new IncludedTwice()),
  DEPENDS_ON_INCLUDED("EN305", "depends-on-included", WARNING, new DependsOnIncluded()),
  UNREADABLE_APP_FILE("EN306", "unreadable-app-file", ERROR, new UnreadableAppFile()),
  BROKEN_MODULE("EN307", "broken-module", WARNING, new BrokenModule()),
  NOT_A_SECTION("EN401", "not-a-section", ERROR, new NotASection()),
  SYS_CONFIG_LIST("EN402", "sys-config-list", ERROR, new SysConfigList()),
  BARE_VALUE_IN_SECTION("EN403", "bare-value-in-section", ERROR, new BareValue()),
  KEY_NOT_AN_ATOM("EN404", "key-not-an-atom", ERROR, new KeyNotAnAtom()),
  DUPLICATE_KEY("EN405", "duplicate-key", WARNING, new DuplicateKey(), UNNECESSARY),
  APPLICATION_NOT_IN_RELEASE("EN406", "application-not-in-release", WARNING, new NotInRelease()),
  UNKNOWN_SECTION("EN407", "unknown-section", WARNING, new UnknownSection()),
  BAD_EXTENSION("EN408", "bad-extension", ERROR, new BadExtension()),
  OWN_SECTION("EN409", "own-section", WARNING, new OwnSection()),
  TYPE_DIFFERS_FROM_DEFAULT("EN501", "type-differs-from-default", WARNING, new TypeDiffers()),
  OVERRIDDEN("EN502", "overridden", HINT, new Overridden()),
  SAME_AS_OVERRIDDEN("EN503", "same-as-overridden", HINT, new SameAsOverridden(), UNNECESSARY),
  UNREADABLE_LAYER("EN504", "unreadable-layer", ERROR, new UnreadableLayer()),
  MISSING_COOKIE("EN601", "missing-cookie", ERROR, new MissingCookie()),
  LONG_NODE_NAME("EN602", "long-node-name", ERROR, new LongNodeName()),
  INVALID_NODE_NAME("EN603", "invalid-node-name", ERROR, new InvalidNodeName()),
  OTHER_HOST("EN604", "other-host", WARNING, new OtherHost()),
  UNKNOWN_NODE_KEY("EN605", "unknown-node-key", WARNING, new UnknownNodeKey()),
  BAD_NODE_VALUE("EN606", "bad-node-value", ERROR, new BadNodeValue()),
  UNKNOWN_USER("EN607", "unknown-user", ERROR, new UnknownAccount(NodeKey.RUN_AS_USER)),
  UNKNOWN_GROUP("EN608", "unknown-group", ERROR, new UnknownAccount(NodeKey.RUN_AS_GROUP)),
  OBSOLETE_SMP("EN609", "obsolete-smp", HINT, new ObsoleteSmp(), DEPRECATED),
  DUPLICATE_NODE_NAME("EN610", "duplicate-node-name", WARNING, new DuplicateNodeName()),
  READABLE_COOKIE("EN701", "readable-cookie", WARNING, new ReadableCookie()),
  OTP_NOT_FOUND("EN702", "otp-not-found", WARNING, new OtpNotFound()),
  UNKNOWN_SETTING("EN703", "unknown-setting", WARNING, new UnknownSetting()),
  DRIFT("EN801", "drift", INFORMATION, new Drift()),
  WAITS_FOR_RESTART("EN802", "waits-for-restart", INFORMATION, new WaitsForRestart());

  private final String id;
  private final String slug;
  private final Severity severity;
  private final Check check;
  private final Set<DiagnosticTag> tags;

  DiagnosticCode(String id, String slug, Severity severity, Check check, DiagnosticTag... tags) {
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

  /** What its diagnostics usually weigh. */
  public Severity severity() {
    return severity;
  }

  public Set<DiagnosticTag> tags() {
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
