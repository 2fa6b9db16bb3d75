package dev.enit.core.diagnostics;

import dev.enit.core.check.Check;
import dev.enit.core.check.DiagnosticCode;
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
import dev.enit.core.check.host.UnsafeFiles;
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
import dev.enit.core.check.specification.MissingProperty;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of checks: the check that reports the diagnostics of each code. */
final class CheckTable {
  private static final Map<DiagnosticCode, Check> CHECKS = checks();

  static final List<Check.OfFile> OF_FILE = of(Check.OfFile.class);
  static final List<Check.OfLayer> OF_LAYER = of(Check.OfLayer.class);
  static final List<Check.OfRelease> OF_RELEASE = of(Check.OfRelease.class);
  static final List<Check.OfRunning> OF_RUNNING = of(Check.OfRunning.class);

  private CheckTable() {}

  /** Returns the checks of a kind in the order of their codes. */
  private static <C extends Check> List<C> of(Class<C> kind) {
    return CHECKS.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Returns the check that reports a code, or empty if the table lacks it. */
  static Optional<Check> of(DiagnosticCode code) {
    return Optional.ofNullable(CHECKS.get(code));
  }

  private static Map<DiagnosticCode, Check> checks() {
    Map<DiagnosticCode, Check> checks = new EnumMap<>(DiagnosticCode.class);
    checks.put(DiagnosticCode.MISSING_COMMA, new SyntaxDiagnostic(Kind.MISSING_COMMA));
    checks.put(DiagnosticCode.MISSING_BRACKET, new SyntaxDiagnostic(Kind.MISSING_BRACKET));
    checks.put(DiagnosticCode.UNEXPECTED_BRACKET, new SyntaxDiagnostic(Kind.UNEXPECTED_BRACKET));
    checks.put(DiagnosticCode.MISSING_DOT, new SyntaxDiagnostic(Kind.MISSING_DOT));
    checks.put(DiagnosticCode.DOT_WITHOUT_SPACE, new SyntaxDiagnostic(Kind.DOT_WITHOUT_SPACE));
    checks.put(DiagnosticCode.STRAY_SEPARATOR, new SyntaxDiagnostic(Kind.STRAY_SEPARATOR));
    checks.put(DiagnosticCode.UNTERMINATED_STRING, new SyntaxDiagnostic(Kind.UNTERMINATED_STRING));
    checks.put(DiagnosticCode.UNTERMINATED_ATOM, new SyntaxDiagnostic(Kind.UNTERMINATED_ATOM));
    checks.put(DiagnosticCode.CURLY_QUOTE, new SyntaxDiagnostic(Kind.CURLY_QUOTE));
    checks.put(DiagnosticCode.OPERATOR, new SyntaxDiagnostic(Kind.OPERATOR));
    checks.put(DiagnosticCode.VARIABLE, new SyntaxDiagnostic(Kind.VARIABLE));
    checks.put(DiagnosticCode.RESERVED_WORD, new SyntaxDiagnostic(Kind.RESERVED_WORD));
    checks.put(DiagnosticCode.NOT_A_TERM, new SyntaxDiagnostic(Kind.NOT_A_TERM));
    checks.put(DiagnosticCode.BAD_NUMBER, new SyntaxDiagnostic(Kind.BAD_NUMBER));
    checks.put(DiagnosticCode.BAD_ESCAPE, new SyntaxDiagnostic(Kind.BAD_ESCAPE));
    checks.put(DiagnosticCode.BAD_SEGMENT, new SyntaxDiagnostic(Kind.BAD_SEGMENT));
    checks.put(DiagnosticCode.BAD_CHARACTER, new SyntaxDiagnostic(Kind.BAD_CHARACTER));
    checks.put(DiagnosticCode.UNEXPECTED_TOKEN, new SyntaxDiagnostic(Kind.UNEXPECTED_TOKEN));
    checks.put(DiagnosticCode.TOO_DEEP, new SyntaxDiagnostic(Kind.TOO_DEEP));
    checks.put(DiagnosticCode.TOO_LONG, new SyntaxDiagnostic(Kind.TOO_LONG));
    checks.put(DiagnosticCode.NOT_UTF8, new SyntaxDiagnostic(Kind.NOT_UTF8));
    checks.put(DiagnosticCode.NEWER_SYNTAX, new NewerThanTarget());
    checks.put(DiagnosticCode.SYNTAX_ONLY, new SyntaxOnly());
    checks.put(DiagnosticCode.REMOVED_SYNTAX, new RemovedSyntax());
    checks.put(DiagnosticCode.JOINED_QUOTES, new JoinedQuotes());
    checks.put(DiagnosticCode.FOREIGN_TEXT, new ForeignText());
    checks.put(DiagnosticCode.TOO_MANY_DIAGNOSTICS, new Check.OfAmount());
    checks.put(DiagnosticCode.NOT_A_RELEASE, new NotARelease());
    checks.put(DiagnosticCode.NAME_DIFFERS_FROM_DIRECTORY, new NameDiffersFromDirectory());
    checks.put(DiagnosticCode.MISSING_VERSION, MissingProperty.version());
    checks.put(DiagnosticCode.BAD_VERSION, new BadVersion());
    checks.put(DiagnosticCode.MISSING_APPLICATIONS, MissingProperty.applications());
    checks.put(DiagnosticCode.BAD_APPLICATIONS, new BadApplications());
    checks.put(DiagnosticCode.STRING_AS_APPLICATION, new StringAsApplication());
    checks.put(DiagnosticCode.DUPLICATE_APPLICATION, new DuplicateApplication());
    checks.put(DiagnosticCode.UNKNOWN_PROPERTY, new UnknownProperty());
    checks.put(DiagnosticCode.DUPLICATE_PROPERTY, new DuplicateProperty());
    checks.put(DiagnosticCode.EXTRA_FORM, new ExtraForm());
    checks.put(DiagnosticCode.UNKNOWN_APPLICATION, new UnknownApplication());
    checks.put(DiagnosticCode.DEPENDENCY_NOT_INSTALLED, new DependencyNotInstalled());
    checks.put(DiagnosticCode.DEPENDENCY_CYCLE, new DependencyCycle());
    checks.put(DiagnosticCode.INCLUDED_TWICE, new IncludedTwice());
    checks.put(DiagnosticCode.DEPENDS_ON_INCLUDED, new DependsOnIncluded());
    checks.put(DiagnosticCode.UNREADABLE_APP_FILE, new UnreadableAppFile());
    checks.put(DiagnosticCode.BROKEN_MODULE, new BrokenModule());
    checks.put(DiagnosticCode.NOT_A_SECTION, new NotASection());
    checks.put(DiagnosticCode.SYS_CONFIG_LIST, new SysConfigList());
    checks.put(DiagnosticCode.BARE_VALUE_IN_SECTION, new BareValue());
    checks.put(DiagnosticCode.KEY_NOT_AN_ATOM, new KeyNotAnAtom());
    checks.put(DiagnosticCode.DUPLICATE_KEY, new DuplicateKey());
    checks.put(DiagnosticCode.APPLICATION_NOT_IN_RELEASE, new NotInRelease());
    checks.put(DiagnosticCode.UNKNOWN_SECTION, new UnknownSection());
    checks.put(DiagnosticCode.BAD_EXTENSION, new BadExtension());
    checks.put(DiagnosticCode.OWN_SECTION, new OwnSection());
    checks.put(DiagnosticCode.TYPE_DIFFERS_FROM_DEFAULT, new TypeDiffers());
    checks.put(DiagnosticCode.OVERRIDDEN, new Overridden());
    checks.put(DiagnosticCode.SAME_AS_OVERRIDDEN, new SameAsOverridden());
    checks.put(DiagnosticCode.UNREADABLE_LAYER, new UnreadableLayer());
    checks.put(DiagnosticCode.MISSING_COOKIE, new MissingCookie());
    checks.put(DiagnosticCode.LONG_NODE_NAME, new LongNodeName());
    checks.put(DiagnosticCode.INVALID_NODE_NAME, new InvalidNodeName());
    checks.put(DiagnosticCode.OTHER_HOST, new OtherHost());
    checks.put(DiagnosticCode.UNKNOWN_NODE_KEY, new UnknownNodeKey());
    checks.put(DiagnosticCode.BAD_NODE_VALUE, new BadNodeValue());
    checks.put(DiagnosticCode.UNKNOWN_USER, new UnknownAccount(NodeKey.RUN_AS_USER));
    checks.put(DiagnosticCode.UNKNOWN_GROUP, new UnknownAccount(NodeKey.RUN_AS_GROUP));
    checks.put(DiagnosticCode.OBSOLETE_SMP, new ObsoleteSmp());
    checks.put(DiagnosticCode.DUPLICATE_NODE_NAME, new DuplicateNodeName());
    checks.put(DiagnosticCode.READABLE_COOKIE, new ReadableCookie());
    checks.put(DiagnosticCode.OTP_NOT_FOUND, new OtpNotFound());
    checks.put(DiagnosticCode.UNKNOWN_SETTING, new UnknownSetting());
    checks.put(DiagnosticCode.UNSAFE_FILE, new UnsafeFiles());
    checks.put(DiagnosticCode.DRIFT, new Drift());
    checks.put(DiagnosticCode.WAITS_FOR_RESTART, new WaitsForRestart());
    return checks;
  }
}
