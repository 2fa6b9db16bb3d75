package dev.enit.core.ide;

import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace.OfSetting;
import dev.enit.core.parameter.TakesEffect;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hover text of a key of the node's section: enit itself reads it, so its meaning is known for
 * certain.
 */
record NodeHover(FileScope scope, OfSetting place) {

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
