package dev.enit.core.check.node;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Fix;
import dev.enit.core.check.section.IntactForms;
import dev.enit.core.check.section.Removal;
import dev.enit.core.config.ConfigForm.Entry;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.source.Place;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports a key that the section {@code node} does not have. */
public final class UnknownNodeKey implements Check.OfLayer {
  @Override
  public void check(ConfigLayer layer, Consumer<Diagnostic> report) {
    for (Section node : IntactForms.nodeSections(layer)) {
      for (Entry entry : node.entries()) {
        if (NodeKey.of(entry.key().name()).isEmpty()) {
          Place place = new Place(layer.path(), node.form().absolute(entry.key()));
          Diagnostic diagnostic = diagnostic(place, entry.key().name());
          report.accept(
              diagnostic.fixes().isEmpty()
                  ? Removal.of(new Setting(layer, node, entry))
                      .map(Fix::uncertain)
                      .map(diagnostic::fix)
                      .orElse(diagnostic)
                  : diagnostic);
        }
      }
    }
  }

  private static Diagnostic diagnostic(Place place, String key) {
    return NodeKeyNames.meant(key)
        .map(
            meant ->
                Diagnostic.of(DiagnosticCode.UNKNOWN_NODE_KEY, place, key, meant.key())
                    .variant("nearest")
                    .fix("replace", false, place, meant.key(), meant.key()))
        .orElseGet(() -> Diagnostic.of(DiagnosticCode.UNKNOWN_NODE_KEY, place, key, allKeys()));
  }

  private static String allKeys() {
    return Arrays.stream(NodeKey.values())
        .map(key -> "`" + key.key() + "`")
        .collect(Collectors.joining(", "));
  }
}
