package dev.enit.core.config;

import dev.enit.core.TextCase;
import dev.enit.core.config.ConfigLayer.Side;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests the merge of layers and {@code .app} files, as text: every value with its chain, the winner
 * first.
 */
class ConfigMergeTest {
  @TestFactory
  Stream<DynamicTest> merge() {
    return TextCase.tests("core/merge", ConfigMergeTest::merged);
  }

  private static String merged(TextCase test) {
    List<ConfigLayer> layers = new ArrayList<>();
    Map<String, Map<String, AppDefault>> defaults = new HashMap<>();
    test.inputs()
        .forEach(
            (name, text) -> {
              Path path = Path.of(name);
              var terms = TermParser.parse(text);
              if (name.endsWith(".app")) {
                AppFile app = AppFile.of(path, terms).orElseThrow();
                defaults.put(app.name(), app.defaults());
              } else {
                layers.add(ConfigLayer.of(SourceFile.open(path, terms, 1), Side.RELEASE));
              }
            });
    EffectiveConfig config =
        ConfigMerge.merge(layers, app -> defaults.getOrDefault(app, Map.of()), SecretKeys.COMMON);
    List<String> lines = new ArrayList<>();
    for (String application : config.applications()) {
      config.values(application).forEach(value -> lines.add(line(value)));
    }
    defaults
        .keySet()
        .forEach(
            application ->
                config.valuesAndDefaults(application).stream()
                    .filter(value -> value.winner().isEmpty())
                    .forEach(value -> lines.add(line(value))));
    return TextCase.lines(lines);
  }

  private static String line(EffectiveValue value) {
    List<String> chain = new ArrayList<>();
    value
        .settings()
        .forEach(
            setting ->
                chain.add(
                    TermPrinter.print(setting.value())
                        + " ("
                        + setting.layer().path()
                        + ":"
                        + setting.line()
                        + ")"));
    value
        .appDefault()
        .ifPresent(
            app ->
                chain.add(
                    TermPrinter.print(app.value()) + " (" + app.file() + ":" + app.line() + ")"));
    return value.application() + " " + value.key() + " = " + String.join(" <- ", chain);
  }
}
