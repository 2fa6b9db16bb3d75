package dev.enit.cli.config;

import com.google.gson.annotations.SerializedName;
import dev.enit.cli.command.CommandContext;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Setting;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.report.ConfigSelection;
import dev.enit.core.report.ExtensionNames;
import dev.enit.grammar.term.Position;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Effective configurations as records for JSON: values as the text of their terms, each with its
 * source and what it overrides.
 */
record JsonConfig(CommandContext context, ConfigSelection selection, boolean secrets) {
  /** The document of {@code --all}. */
  record All(List<Document> releases) {}

  /** A release with its sections, each a map from keys to values. */
  record Document(
      String release,
      String version,
      String node,
      List<String> applications,
      List<String> extensions,
      Map<String, Map<String, Value>> sections) {}

  /** A value; one that is overridden overrides nothing itself. */
  record Value(String value, Source source, @Nullable List<Value> overrides) {}

  /** The place of a value: a layer, or the file of the application that has it as its default. */
  record Source(
      @Nullable String file,
      @SerializedName("default") @Nullable String appFile,
      int line,
      @Nullable Integer column) {}

  /** Returns the selected part of the configuration of a release. */
  Document document(Release release) {
    Map<String, Map<String, Value>> sections = new LinkedHashMap<>();
    for (String section : selection.sections(release)) {
      Map<String, Value> values = new LinkedHashMap<>();
      selection.values(release, section).forEach(value -> values.put(value.key(), value(value)));
      sections.put(section, values);
    }
    return new Document(
        release.name(),
        release.specification().flatMap(ReleaseSpecification::version).orElse(""),
        release.node().nodename(),
        release.applications().stream().map(AppReference::name).toList(),
        ExtensionNames.texts(release),
        sections);
  }

  private Value value(EffectiveValue value) {
    List<Value> chain =
        Stream.concat(
                value.settings().stream().map(setting -> setting(value, setting)),
                value.appDefault().stream().map(appDefault -> appDefault(value, appDefault)))
            .toList();
    Value winner = chain.getFirst();
    return new Value(winner.value(), winner.source(), chain.subList(1, chain.size()));
  }

  private Value setting(EffectiveValue value, Setting setting) {
    Position at = setting.layer().file().terms().lines().position(setting.keySpan().start());
    String file = context.shown(setting.layer().path());
    Source source = new Source(file, null, at.line() + 1, at.column() + 1);
    return new Value(text(value, setting.value()), source, null);
  }

  private Value appDefault(EffectiveValue value, AppDefault appDefault) {
    String file = context.shown(appDefault.file());
    Source source = new Source(null, file, appDefault.line(), null);
    return new Value(text(value, appDefault.value()), source, null);
  }

  private String text(EffectiveValue value, Term term) {
    return secrets ? TermPrinter.print(term) : value.shown(term);
  }
}
