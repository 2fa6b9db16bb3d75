package dev.enit.core.ide.completion;

import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.core.ide.CursorPlace.SettingValue;
import dev.enit.core.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The completion items for the keys of the node's section and their values: enit itself reads them.
 */
record NodeItems(CompletionRequest completing) {

  List<CompletionCandidate> keys(SettingKey place) {
    Set<String> present = completing.keys(NodeKey.SECTION);
    return Arrays.stream(NodeKey.values())
        .filter(key -> !present.contains(key.key()))
        .sorted(Comparator.comparingInt(this::rank))
        .map(key -> item(key, place))
        .toList();
  }

  /** A release without a cookie does not start; one key has had its day. */
  private int rank(NodeKey key) {
    if (key == NodeKey.COOKIE) {
      return elsewhere(key).isPresent() ? 2 : 0;
    }
    return key == NodeKey.SMP ? 3 : 1;
  }

  private Optional<Setting> elsewhere(NodeKey key) {
    return facts(key.key()).elsewhere().stream().findFirst();
  }

  private SettingFacts facts(String key) {
    return new SettingFacts(completing.scope(), NodeKey.SECTION, key);
  }

  private CompletionCandidate item(NodeKey key, SettingKey place) {
    String file =
        elsewhere(key)
            .map(setting -> String.valueOf(setting.layer().path().getFileName()))
            .orElseGet(() -> Messages.text("node.TYPE." + key.type()).replace("`", ""));
    return CompletionCandidate.of(
            key.key(),
            CompletionCandidate.Kind.KEY,
            file,
            completing.pair(key.key(), new NodeValueCandidates(completing, key).placeholder()))
        .obsolete(key == NodeKey.SMP)
        .about(new SettingKey(place.span(), NodeKey.SECTION, key.key()));
  }

  List<CompletionCandidate> values(SettingValue place) {
    Optional<NodeKey> key = NodeKey.of(place.key());
    if (key.isEmpty() || !completing.isWhole(place.span())) {
      return List.of();
    }
    NodeValueCandidates values = new NodeValueCandidates(completing, key.get());
    List<CompletionCandidate> items = new ArrayList<>();
    values.cookie().ifPresent(items::add);
    items.addAll(values.accounts());
    items.addAll(values.terms());
    return items;
  }
}
