package dev.enit.core.ide;

import dev.enit.core.config.ConfigMerge;
import dev.enit.core.config.Cookie;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.SecretText;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.Nothing;
import dev.enit.core.ide.CursorPlace.OfSetting;
import dev.enit.core.ide.CursorPlace.PropertyName;
import dev.enit.core.ide.CursorPlace.PropertyValue;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.Slot;
import dev.enit.core.parameter.TakesEffect;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The provider of hovers: the element at an offset, and which value wins and why. */
public final class HoverProvider {
  /** The properties with a meaning; others are kept and ignored. */
  private static final Set<String> PROPERTIES =
      Set.of("RELEASE.vsn", "RELEASE.applications", "EXTENSION.applications");

  private HoverProvider() {}

  /** The hover at an offset of a file; nothing where there is nothing to say. */
  public static Optional<Hover> at(Workspace workspace, Path path, int offset) {
    CursorPlace place = CursorPlaces.at(workspace, path, offset);
    if (place instanceof Nothing) {
      return Optional.empty();
    }
    return workspace
        .file(path)
        .map(file -> FileScope.of(workspace, file))
        .flatMap(scope -> about(scope, place).map(markdown -> hidden(scope, place, markdown)))
        .map(markdown -> new Hover(place.span(), markdown));
  }

  /** What looks like a key in a broken file may be the cookie itself. */
  private static String hidden(FileScope scope, CursorPlace place, String markdown) {
    if (!(place instanceof OfSetting setting)
        || !setting.isNode()
        || NodeKey.of(setting.key()).isPresent()) {
      return markdown;
    }
    Set<String> secrets =
        SecretText.near(scope.config().secrets(), scope.file().text(), place.span());
    boolean isSecret = !SecretText.masked(setting.key(), secrets).equals(setting.key());
    return isSecret
        ? markdown
            .replace(Markdown.code(setting.key()), Markdown.code(Cookie.MASK))
            .replace(setting.key(), Cookie.MASK)
        : markdown;
  }

  /**
   * What there is to be said of a place, in Markdown: also of one that is not there yet, such as
   * that of a word that could be written.
   */
  public static Optional<String> about(FileScope scope, CursorPlace place) {
    return switch (place) {
      case Nothing _, Slot _ -> Optional.empty();
      case OfSetting setting when setting.application().equals(ConfigMerge.OWN_APPLICATION) ->
          Optional.of(Messages.text("hover.own.section"));
      case OfSetting setting when setting.isNode() -> new NodeHover(scope, setting).markdown();
      case OfSetting setting -> new SettingHover(scope, setting).markdown();
      case SectionName section -> Optional.of(section(scope, section.application()));
      case ApplicationName app -> Optional.of(new ApplicationHover(scope, app.name()).markdown());
      case ExtensionName extension -> new ExtensionHover(scope, extension.span()).markdown();
      case ReleaseName _ ->
          scope.release().map(release -> new ReleaseHover(scope, release).markdown());
      case PropertyName property -> property(property.owner() + "." + property.property());
      case PropertyValue property -> property(property.owner() + "." + property.property());
    };
  }

  private static String section(FileScope scope, String application) {
    if (application.equals(ConfigMerge.OWN_APPLICATION)) {
      return Messages.text("hover.own.section");
    }
    if (!application.equals(NodeKey.SECTION)) {
      return new ApplicationHover(scope, application).markdown();
    }
    String text = Messages.text("hover.node.section", NodeHover.knownKeys());
    return scope
        .release()
        .map(Release::node)
        .map(node -> Messages.text("hover.node.name", Markdown.code(node.nodename())))
        .map(name -> text + "\n\n" + name)
        .orElse(text);
  }

  private static Optional<String> property(String name) {
    return PROPERTIES.contains(name)
        ? Optional.of(Messages.text("hover.property." + name))
        : Optional.of(Messages.text("hover.property.unknown"));
  }

  /**
   * The content of a hover.
   *
   * @param span what it is about, in offsets of the file
   * @param markdown GitHub flavoured; files are linked by their {@code file:} URI and {@code #L}
   *     line
   */
  public record Hover(Span span, String markdown) {}

  /**
   * The hover text of a key of the node's section: enit itself reads it, so its meaning is known
   * for certain.
   */
  private record NodeHover(FileScope scope, OfSetting place) {

    Optional<String> markdown() {
      String key = Markdown.code(place.key());
      return Optional.of(
          NodeKey.of(place.key())
              .map(this::known)
              .orElseGet(() -> Messages.text("hover.node.unknown", key, knownKeys())));
    }

    private String known(NodeKey key) {
      Optional<EffectiveValue> value = scope.config().value(NodeKey.SECTION, key.key());
      List<String> parts = new ArrayList<>();
      parts.add(title(key, value.flatMap(EffectiveValue::winner)));
      value.flatMap(v -> SettingHover.overridden(scope, v, place)).ifPresent(parts::add);
      parts.add(Messages.text("node.KEY." + key.key()));
      parts.add(
          Messages.text(
              "hover.node.facts",
              Messages.text("node.TYPE." + key.type()),
              Messages.text("node.DEFAULT." + key.key())));
      if (key == NodeKey.NODENAME) {
        scope.release().map(NodeHover::name).ifPresent(parts::add);
      }
      value
          .map(v -> ProvenanceChain.of(scope, v, place.keySpan(), Optional.empty()))
          .ifPresent(parts::add);
      RunningValue.text(scope, NodeKey.SECTION, key.key(), Instant.now()).ifPresent(parts::add);
      parts.add(TakesEffect.NODE.text(Markdown.code(NodeKey.SECTION)));
      return String.join("\n\n", parts);
    }

    private String title(NodeKey key, Optional<Setting> winner) {
      String name = Markdown.code(key.key());
      return winner
          .map(setting -> ShownValue.of(scope.config().secrets(), setting))
          .map(shown -> Messages.text("hover.node.short", name, shown.brief()))
          .orElseGet(() -> Messages.text("hover.node.unset", name));
    }

    private static String name(Release release) {
      return Messages.text("hover.node.name", Markdown.code(release.node().nodename()));
    }

    static String knownKeys() {
      return Arrays.stream(NodeKey.values())
          .map(NodeKey::key)
          .map(Markdown::code)
          .collect(Collectors.joining(", "));
    }
  }
}
