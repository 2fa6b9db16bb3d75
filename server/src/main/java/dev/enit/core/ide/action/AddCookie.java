package dev.enit.core.ide.action;

import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.ConfigLayer.Side;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;

/**
 * The code action that writes a random cookie where there is none, on the host's side, or in the
 * place of one.
 */
final class AddCookie implements CodeActionProvider {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** 190 bits. */
  private static final int LENGTH = 32;

  @Override
  public void at(CodeActionPlace place, Consumer<CodeActionItem> to) {
    place.setting().filter(AddCookie::isCookie).map(AddCookie::renewal).ifPresent(to);
    place
        .scope()
        .release()
        .filter(release -> isMissing(release) && isForNode(place))
        .flatMap(release -> TargetLayer.of(release, Side.HOST).stream().findFirst())
        .filter(target -> target.takes(NodeKey.SECTION))
        .map(AddCookie::addition)
        .map(action -> repairing(place, action))
        .ifPresent(to);
  }

  private static CodeActionItem repairing(CodeActionPlace place, CodeActionItem action) {
    return place.diagnostics().stream()
        .filter(diagnostic -> diagnostic.code() == DiagnosticCode.MISSING_COOKIE)
        .findFirst()
        .map(action::repairing)
        .orElse(action);
  }

  private static boolean isForNode(CodeActionPlace place) {
    return place.cursor() instanceof ReleaseName
        || (place.cursor() instanceof SectionName name
            && name.application().equals(NodeKey.SECTION));
  }

  private static boolean isMissing(Release release) {
    return release.hasIntactLayers()
        && release.config().setting(NodeKey.SECTION, NodeKey.COOKIE.key()).isEmpty();
  }

  private static boolean isCookie(Setting setting) {
    return setting.application().equals(NodeKey.SECTION)
        && setting.key().equals(NodeKey.COOKIE.key());
  }

  private static CodeActionItem addition(TargetLayer target) {
    return CodeActionItem.of(
            Kind.REWRITE,
            "cookie",
            Messages.text("action.cookie", target.title()),
            () -> target.add(NodeKey.SECTION, List.of(ListElement.of(setting()))).stream().toList())
        .makingFile(target.isNew());
  }

  private static CodeActionItem renewal(Setting setting) {
    return CodeActionItem.of(
        Kind.REWRITE,
        "cookie:new",
        Messages.text("action.cookie.new"),
        () -> {
          EditBuilder draft = new EditBuilder(setting.layer().file());
          draft.replace(setting.valueSpan(), '"' + random() + '"');
          return List.of(draft.change());
        });
  }

  private static String setting() {
    return "{cookie, \"" + random() + "\"}";
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder cookie = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      cookie.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return cookie.toString();
  }
}
