package dev.enit.core.ide;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Setting;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The provenance of a value: every layer that sets a key, the winner first, and at the end what
 * holds where no layer does.
 */
final class ProvenanceChain {
  private final FileScope scope;
  private final EffectiveValue value;
  private final Optional<Setting> hovered;
  private final List<String> rows = new ArrayList<>();

  private ProvenanceChain(FileScope scope, EffectiveValue value, Span hovered) {
    this.scope = scope;
    this.value = value;
    this.hovered = hovered(scope, value, hovered);
  }

  /**
   * A numbered list.
   *
   * @param hovered the key under the cursor, to mark its row
   * @param last a further row, below all layers
   */
  static String of(FileScope scope, EffectiveValue value, Span hovered, Optional<String> last) {
    ProvenanceChain chain = new ProvenanceChain(scope, value, hovered);
    chain.layers();
    value.appDefault().map(chain::appDefault).ifPresent(chain.rows::add);
    last.ifPresent(chain.rows::add);
    return chain.text();
  }

  /** The setting under the cursor; empty where it is no complete setting yet. */
  static Optional<Setting> hovered(FileScope scope, EffectiveValue value, Span key) {
    return value.settings().stream()
        .filter(setting -> setting.layer().path().equals(scope.path()))
        .filter(setting -> setting.keySpan().equals(key))
        .findFirst();
  }

  /** The first ones, and the one under the cursor. */
  private void layers() {
    int left = 0;
    for (Setting setting : value.settings()) {
      boolean isHere = hovered.filter(setting::equals).isPresent();
      if (rows.size() < Markdown.MOST_ROWS || isHere) {
        layer(setting, isHere);
      } else {
        left++;
      }
    }
    if (left > 0) {
      rows.add(Messages.text("hover.more", left));
    }
  }

  private void layer(Setting setting, boolean isHere) {
    boolean wins = rows.isEmpty();
    String shown = ShownValue.of(value.secrets(), setting).brief();
    StringBuilder row = new StringBuilder(wins ? "**" + shown + "**" : shown);
    row.append(" – ").append(link(setting));
    if (scope.release().isPresent()) {
      row.append(' ').append(Messages.text("hover.chain." + side(setting)));
    }
    if (wins) {
      row.append(", ").append(Messages.text("hover.chain.wins"));
    }
    if (isHere) {
      row.append(" ← ").append(Messages.text("hover.chain.here"));
    }
    rows.add(row.toString());
  }

  private static String side(Setting setting) {
    return setting.layer().side() == ConfigLayer.Side.HOST ? "host" : "release";
  }

  private String appDefault(AppDefault last) {
    String shown = ShownValue.of(value, last).brief();
    String label = last.file().getFileName() + ":" + last.line();
    return (rows.isEmpty() ? "**" + shown + "**" : shown)
        + " – "
        + Markdown.link(label, last.file(), last.line())
        + ", "
        + Messages.text(rows.isEmpty() ? "hover.chain.defaultWins" : "hover.chain.default");
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      text.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(rows.get(i));
    }
    return text.toString();
  }

  /** Name and line of the file that says it. */
  static String link(Setting setting) {
    String label = setting.layer().path().getFileName() + ":" + setting.line();
    return Markdown.link(label, setting.layer().path(), setting.line());
  }
}
