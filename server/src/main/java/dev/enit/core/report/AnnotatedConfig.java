package dev.enit.core.report;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.Setting;
import dev.enit.core.otp.AppFile.AppDefault;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.text.Messages;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The rows of an effective configuration: every value with its source, and below it the values that
 * it overrides, nearest first, the application's default last.
 */
public final class AnnotatedConfig {
  /** The kind of a row. */
  public enum Kind {
    /** A fact of the release: {@code name} is its title. */
    FACT,
    /** {@code name} is an application. */
    SECTION,
    /** A key and the value in force. */
    VALUE,
    /** A value that another one overrides. */
    OVERRIDDEN,
    /** The default of the application. */
    DEFAULT,
    EMPTY
  }

  /**
   * A row.
   *
   * @param place such as {@code user.config:3}; empty where the row comes from no place
   */
  public record Row(Kind kind, String name, String value, String place) {}

  private final Release release;
  private final boolean secrets;
  private final Function<Path, String> shown;
  private final List<Row> rows = new ArrayList<>();

  private AnnotatedConfig(Release release, boolean secrets, Function<Path, String> shown) {
    this.release = release;
    this.secrets = secrets;
    this.shown = shown;
  }

  /**
   * Returns the rows.
   *
   * @param secrets whether secrets are shown, or a mask in their place
   * @param shown how the user wants to see a path
   */
  public static List<Row> of(
      Release release, ConfigSelection selection, boolean secrets, Function<Path, String> shown) {
    AnnotatedConfig config = new AnnotatedConfig(release, secrets, shown);
    if (selection.application().isEmpty()) {
      config.facts();
    }
    for (String section : selection.sections(release)) {
      config.section(section, selection.values(release, section));
    }
    return config.rows;
  }

  private void facts() {
    fact("release", release.name());
    fact("version", release.specification().flatMap(ReleaseSpecification::version).orElse(""));
    fact("node", release.node().nodename());
    List<String> applications = release.applications().stream().map(AppReference::name).toList();
    fact("applications", String.join(", ", applications));
    List<Term> extensions = ExtensionNames.of(release);
    if (!extensions.isEmpty()) {
      fact("extensions", String.join(", ", extensions.stream().map(TermPrinter::print).toList()));
    }
  }

  private void fact(String key, String value) {
    rows.add(new Row(Kind.FACT, Messages.text("config." + key), value, ""));
  }

  private void section(String application, List<EffectiveValue> values) {
    if (!rows.isEmpty()) {
      rows.add(new Row(Kind.EMPTY, "", "", ""));
    }
    rows.add(new Row(Kind.SECTION, application, "", ""));
    values.forEach(this::value);
  }

  private void value(EffectiveValue value) {
    CancellationToken.check();
    String key = value.key();
    if (value.winner().isPresent()) {
      Setting winner = value.winner().get();
      rows.add(new Row(Kind.VALUE, key, text(value, winner.value()), place(winner)));
      for (Setting setting : value.overridden()) {
        CancellationToken.check();
        rows.add(new Row(Kind.OVERRIDDEN, key, text(value, setting.value()), place(setting)));
      }
      value
          .appDefault()
          .ifPresent(d -> rows.add(new Row(Kind.DEFAULT, key, text(value, d.value()), place(d))));
    } else {
      AppDefault only = value.appDefault().orElseThrow();
      String place = Messages.text("config.only-default", place(only));
      rows.add(new Row(Kind.VALUE, key, text(value, only.value()), place));
    }
  }

  private String text(EffectiveValue value, Term term) {
    return secrets ? TermPrinter.print(term) : value.shown(term);
  }

  private String place(Setting setting) {
    return shown.apply(setting.layer().path()) + ":" + setting.line();
  }

  private String place(AppDefault appDefault) {
    return shown.apply(appDefault.file()) + ":" + appDefault.line();
  }
}
