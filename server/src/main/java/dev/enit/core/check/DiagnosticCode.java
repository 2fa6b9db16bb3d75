package dev.enit.core.check;

import static dev.enit.core.check.Severity.ERROR;
import static dev.enit.core.check.Severity.HINT;
import static dev.enit.core.check.Severity.WARNING;
import static dev.enit.core.check.Tag.DEPRECATED;
import static dev.enit.core.check.Tag.UNNECESSARY;

import dev.enit.core.check.application.UnknownApplication;
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
import dev.enit.core.check.section.BadExtension;
import dev.enit.core.check.section.BareValue;
import dev.enit.core.check.section.DuplicateKey;
import dev.enit.core.check.section.KeyNotAnAtom;
import dev.enit.core.check.section.NotASection;
import dev.enit.core.check.section.NotInRelease;
import dev.enit.core.check.section.SysConfigList;
import dev.enit.core.check.section.UnknownSection;
import dev.enit.core.check.syntax.SyntaxMistake;
import dev.enit.core.config.NodeKey;
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
  UNKNOWN_APPLICATION("EN301", "unknown-application", ERROR, new UnknownApplication()),
  NOT_A_SECTION("EN401", "not-a-section", ERROR, new NotASection()),
  SYS_CONFIG_LIST("EN402", "sys-config-list", ERROR, new SysConfigList()),
  BARE_VALUE_IN_SECTION("EN403", "bare-value-in-section", ERROR, new BareValue()),
  KEY_NOT_AN_ATOM("EN404", "key-not-an-atom", ERROR, new KeyNotAnAtom()),
  DUPLICATE_KEY("EN405", "duplicate-key", WARNING, new DuplicateKey(), UNNECESSARY),
  APPLICATION_NOT_IN_RELEASE("EN406", "application-not-in-release", WARNING, new NotInRelease()),
  UNKNOWN_SECTION("EN407", "unknown-section", WARNING, new UnknownSection()),
  BAD_EXTENSION("EN408", "bad-extension", ERROR, new BadExtension()),
  TYPE_DIFFERS_FROM_DEFAULT("EN501", "type-differs-from-default", WARNING, new TypeDiffers()),
  OVERRIDDEN("EN502", "overridden", HINT, new Overridden()),
  SAME_AS_OVERRIDDEN("EN503", "same-as-overridden", HINT, new SameAsOverridden(), UNNECESSARY),
  UNREADABLE_LAYER("EN504", "unreadable-layer", ERROR, new UnreadableLayer()),
  MISSING_COOKIE("EN601", "missing-cookie", ERROR, new MissingCookie()),
  LONG_NODE_NAME("EN602", "long-node-name", ERROR, new LongNodeName()),
  INVALID_NODE_NAME("EN603", "invalid-node-name", ERROR, new InvalidNodeName()),
  OTHER_HOST("EN604", "other-host", HINT, new OtherHost()),
  UNKNOWN_NODE_KEY("EN605", "unknown-node-key", WARNING, new UnknownNodeKey()),
  BAD_NODE_VALUE("EN606", "bad-node-value", ERROR, new BadNodeValue()),
  UNKNOWN_USER("EN607", "unknown-user", ERROR, new UnknownAccount(NodeKey.RUN_AS_USER)),
  UNKNOWN_GROUP("EN608", "unknown-group", ERROR, new UnknownAccount(NodeKey.RUN_AS_GROUP)),
  OBSOLETE_SMP("EN609", "obsolete-smp", HINT, new ObsoleteSmp(), DEPRECATED),
  DUPLICATE_NODE_NAME("EN610", "duplicate-node-name", WARNING, new DuplicateNodeName()),
  READABLE_COOKIE("EN701", "readable-cookie", WARNING, new ReadableCookie()),
  OTP_NOT_FOUND("EN702", "otp-not-found", WARNING, new OtpNotFound()),
  UNKNOWN_SETTING("EN703", "unknown-setting", WARNING, new UnknownSetting());

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
