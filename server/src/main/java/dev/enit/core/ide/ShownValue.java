package dev.enit.core.ide;

import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.config.SecretText;
import dev.enit.core.config.SecretValues;
import dev.enit.core.config.Setting;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.parameter.Quantity;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermPrinter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A value as a hover may show it: as it was written, shortened where it is long, its secrets
 * masked. Where the unit of a number is known it says that too. No other class of this package
 * reads the value of a setting.
 *
 * @param text on as many lines as it has in its file
 * @param line the same, or enough of it, on one line
 * @param quantity what a number means in its unit
 */
public record ShownValue(String text, String line, Optional<Quantity> quantity) {
  private static final int BRIEF = 60;
  private static final int PRINTED = 2_000;
  private static final int LINES = 12;
  private static final int COLUMNS = 120;

  /** What a layer says. */
  public static ShownValue of(SecretKeys secrets, Setting setting) {
    String application = setting.application();
    if (!SecretValues.isPublic(secrets, application, setting.key(), setting.value())) {
      String masked = SecretValues.print(secrets, application, setting.key(), setting.value());
      return new ShownValue(masked, masked, Optional.empty());
    }
    String written = written(setting);
    String text = SecretText.hidden(secrets, written);
    if (!text.equals(written)) {
      return new ShownValue(text, text, Optional.empty());
    }
    boolean printed = text.indexOf('\n') >= 0 && text.length() <= PRINTED;
    return new ShownValue(
        text,
        printed ? TermPrinter.print(setting.value()) : text,
        Quantity.of(application, setting.key(), setting.value()));
  }

  /** What the application itself says of a key. */
  static ShownValue of(EffectiveValue of, AppDefault value) {
    String text = of.shown(value.value());
    return new ShownValue(text, text, Quantity.of(of.application(), of.key(), value.value()));
  }

  /** The text of the value, its lines moved left to where the line of the key begins. */
  private static String written(Setting setting) {
    String file = setting.layer().file().text();
    Span span = setting.valueSpan();
    int lineStart = file.lastIndexOf('\n', span.start()) + 1;
    int indent = 0;
    while (lineStart + indent < span.start() && file.charAt(lineStart + indent) == ' ') {
      indent++;
    }
    // More than can be shown need not be copied, just enough to see that it was cut.
    int end = Math.min(span.end(), span.start() + LINES * COLUMNS * 2);
    return file.substring(span.start(), end).replaceAll("\r?\n {0," + indent + "}", "\n");
  }

  /** Returns whether it can stand in a line of text. */
  boolean isShort() {
    return text.length() <= BRIEF && text.indexOf('\n') < 0;
  }

  /** In a line of Markdown, cut where it is long, with what a number means in its unit. */
  String brief() {
    String code = Markdown.code(plain(BRIEF));
    return quantity.map(known -> code + " (" + known.text() + ")").orElse(code);
  }

  /** In a line of plain text, cut where it is longer than that. */
  public String plain(int width) {
    String start = line.substring(0, Math.min(line.length(), width * 4)).replaceAll("\\s+", " ");
    return start.length() <= width ? start : start.substring(0, width - 1).strip() + "…";
  }

  /** Returns the value on separate lines, cut where it is long, with a remark that says so. */
  String block() {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    List<String> shown =
        lines.stream()
            .limit(LINES)
            .map(line -> line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "…")
            .toList();
    boolean cut = shown.size() < lines.size() || !shown.equals(lines);
    String block = Markdown.block(String.join("\n", shown).stripTrailing());
    return cut ? block + "\n" + Messages.text("hover.value.cut") : block;
  }
}
