package dev.enit.core.ide.hint;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.config.ConfigForm.Entry;
import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.ShownValue;
import dev.enit.core.ide.hint.InlayHints.InlayHint;
import dev.enit.core.ide.hint.InlayHints.InlayHint.Kind;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.core.parameter.Quantity;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The inlay hints of a part of a file: after an application the version that the node would run,
 * after a value the meaning of its number, and the value that overrides it.
 */
public final class InlayHints {
  /** More of a value stands in its hover. */
  private static final int WIDTH = 30;

  private final FileScope scope;
  private final Span range;
  private final Set<Kind> kinds;
  private final List<InlayHint> hints = new ArrayList<>();

  private InlayHints(FileScope scope, Span range, Set<Kind> kinds) {
    this.scope = scope;
    this.range = range;
    this.kinds = kinds;
  }

  /**
   * Returns the hints whose words stand in a range, in the order of the text.
   *
   * @param kinds those that are wanted
   */
  public static List<InlayHint> in(Workspace workspace, Path path, Span range, Set<Kind> kinds) {
    return FileScope.of(workspace, path)
        .map(scope -> new InlayHints(scope, range, kinds).all())
        .orElse(List.of());
  }

  private List<InlayHint> all() {
    scope
        .release()
        .flatMap(Release::specification)
        .filter(specification -> specification.file().path().equals(scope.path()))
        .map(ReleaseSpecification::applications)
        .orElse(List.of())
        .forEach(app -> version(app).ifPresent(this::add));
    for (ConfigLayer layer : scope.layers()) {
      if (layer.path().equals(scope.path())) {
        layer.extensions().forEach(extension -> extension(layer, extension));
        layer.sections().forEach(section -> section(layer, section));
      }
    }
    hints.sort(Comparator.comparingInt(InlayHint::offset));
    return hints;
  }

  private void add(InlayHint hint) {
    CancellationToken.check();
    if (kinds.contains(hint.kind()) && range.touches(hint.offset())) {
      hints.add(hint);
    }
  }

  private void extension(ConfigLayer layer, Extension extension) {
    if (extension.applications() != null) {
      AppReference.in(layer.file(), extension.form(), extension.applications())
          .forEach(app -> version(app).ifPresent(this::add));
    }
  }

  private Optional<InlayHint> version(AppReference app) {
    int end = app.place().span().end();
    return range.touches(end)
        ? scope.otp().find(app.name()).flatMap(installed -> version(installed, end))
        : Optional.empty();
  }

  private Optional<InlayHint> version(InstalledApp app, int offset) {
    String version = scope.otp().version(app);
    Place target = new Place(app.appFile(), Span.at(0));
    return version.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new InlayHint(
                Kind.VERSION, offset, version, app.appFile().toString(), Optional.of(target)));
  }

  private void section(ConfigLayer layer, Section section) {
    Span form = section.form().span();
    if (form.end() < range.start() || range.end() < form.start()) {
      return;
    }
    for (Entry entry : section.entries()) {
      Setting setting = new Setting(layer, section, entry);
      if (range.touches(offset(setting))) {
        unit(setting).ifPresent(this::add);
        overridden(setting).ifPresent(this::add);
      }
    }
  }

  private static Optional<InlayHint> unit(Setting setting) {
    return Quantity.of(setting.application(), setting.key(), setting.value())
        .map(quantity -> label(quantity, setting))
        .map(text -> new InlayHint(Kind.UNIT, offset(setting), text, "", Optional.empty()));
  }

  /** {@code 60000 = 1 min}, and {@code 7 s}. */
  private static String label(Quantity quantity, Setting setting) {
    String written = setting.valueSpan().in(setting.layer().file().text());
    return quantity.converted() || !quantity.text().startsWith(written + " ")
        ? "= " + quantity.text()
        : quantity.text().substring(written.length() + 1);
  }

  private Optional<InlayHint> overridden(Setting setting) {
    return scope
        .config()
        .setting(setting.application(), setting.key())
        .filter(winner -> !isSame(winner, setting))
        .map(winner -> arrow(setting, winner));
  }

  private static boolean isSame(Setting one, Setting other) {
    return one.layer().path().equals(other.layer().path()) && one.keySpan().equals(other.keySpan());
  }

  private InlayHint arrow(Setting setting, Setting winner) {
    String place = winner.layer().path().getFileName() + ":" + winner.line();
    return new InlayHint(
        Kind.OVERRIDDEN,
        offset(setting),
        "→ " + ShownValue.of(scope.config().secrets(), winner).plain(WIDTH),
        Messages.text("hint.overridden", place),
        Optional.of(winner.place()));
  }

  /** Behind the value, or behind the key where the value ends on a line far below. */
  private static int offset(Setting setting) {
    Span value = setting.valueSpan();
    boolean oneLine = value.in(setting.layer().file().text()).indexOf('\n') < 0;
    return oneLine ? value.end() : setting.keySpan().end();
  }

  /**
   * An inlay hint: a few words after a word of the file.
   *
   * @param offset behind that word
   * @param tooltip plain text, empty for none
   * @param target where the words come from
   */
  public record InlayHint(
      Kind kind, int offset, String label, String tooltip, Optional<Place> target) {

    /** What is said, each to be switched off by itself. */
    public enum Kind {
      VERSION,
      OVERRIDDEN,
      UNIT
    }
  }
}
