package dev.enit.cli.config;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Setting;
import dev.enit.core.otp.AppDefault;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.report.ConfigSelection;
import dev.enit.core.report.ExtensionNames;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;

/** For programs: values as the text of their terms, each with its source and what it overrides. */
final class JsonConfig implements ConfigFormat {
  private final CommandContext context;
  private final ConfigSelection selection;
  private final boolean secrets;
  private final IndentedJson json;

  JsonConfig(CommandContext context, ConfigSelection selection, boolean secrets) {
    this.context = context;
    this.selection = selection;
    this.secrets = secrets;
    this.json = new IndentedJson(context.out());
  }

  @Override
  public void one(Release release) {
    document(release);
    json.finish();
  }

  @Override
  public void all(List<Release> releases) {
    json.object().name("releases").array();
    releases.forEach(this::document);
    json.end().end().finish();
  }

  private void document(Release release) {
    json.object()
        .field("release", release.name())
        .field("version", release.specification().flatMap(ReleaseSpecification::version).orElse(""))
        .field("node", release.node().nodename())
        .field("applications", release.applications().stream().map(AppReference::name).toList())
        .field("extensions", ExtensionNames.texts(release))
        .name("sections")
        .object();
    for (String section : selection.sections(release)) {
      json.name(section).object();
      selection.values(release, section).forEach(this::key);
      json.end();
    }
    json.end().end();
  }

  private void key(EffectiveValue value) {
    json.name(value.key()).object();
    value
        .winner()
        .ifPresentOrElse(
            winner -> setting(value, winner),
            () -> appDefault(value, value.appDefault().orElseThrow()));
    json.name("overrides").array();
    for (Setting setting : value.overridden()) {
      json.object();
      setting(value, setting);
      json.end();
    }
    value.appDefault().filter(_ -> value.winner().isPresent()).ifPresent(d -> overridden(value, d));
    json.end().end();
  }

  private void overridden(EffectiveValue value, AppDefault appDefault) {
    json.object();
    appDefault(value, appDefault);
    json.end();
  }

  private void setting(EffectiveValue value, Setting setting) {
    LineIndex lines = setting.layer().file().terms().lines();
    Position at = lines.position(setting.keySpan().start());
    json.field("value", text(value, setting.value())).name("source").object();
    json.field("file", context.shown(setting.layer().path()))
        .field("line", at.line() + 1)
        .field("column", at.column() + 1)
        .end();
  }

  private void appDefault(EffectiveValue value, AppDefault appDefault) {
    json.field("value", text(value, appDefault.value())).name("source").object();
    json.field("default", context.shown(appDefault.file())).field("line", appDefault.line()).end();
  }

  private String text(EffectiveValue value, Term term) {
    return secrets ? TermPrinter.print(term) : value.shown(term);
  }
}
