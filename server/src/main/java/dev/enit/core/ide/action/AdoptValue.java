package dev.enit.core.ide.action;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.ConfigLayer.Side;
import dev.enit.core.config.Environments;
import dev.enit.core.config.SecretValues;
import dev.enit.core.config.Setting;
import dev.enit.core.ide.FileChange;
import dev.enit.core.node.RunningConfig;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import dev.enit.core.text.WrittenTerm;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The code action that writes the value that a running node has of a key into the file that decides
 * it, or into a given one, in the author's layout.
 */
public record AdoptValue(Release release, RunningConfig running, String application, String key) {

  /** Returns the result of the action. */
  public sealed interface Result {
    /** The change of a file. */
    record Change(FileChange change) implements Result {}

    /** The file says so already. */
    record Same(String text) implements Result {}

    /** It cannot be done; one line says why. */
    record Refused(String text) implements Result {}
  }

  /**
   * Works it out.
   *
   * @param file to write into; empty for the one that decides, or the last one of the host where
   *     none does
   */
  public Result into(Optional<Path> file) {
    RunningConfig.Application loaded = running.writtenAs(release).applications().get(application);
    Optional<Term> value = Optional.ofNullable(loaded).map(known -> known.environment().get(key));
    if (value.isEmpty()) {
      return refused("take-over.unset", running.node());
    }
    if (!SecretValues.isPublic(release.config().secrets(), application, key, value.get())) {
      return refused("take-over.secret");
    }
    Optional<Setting> winner = release.config().setting(application, key);
    Path path = file.or(() -> winner.map(setting -> setting.layer().path())).orElse(null);
    return WrittenTerm.of(value.get())
        .map(text -> path == null ? onHost(text) : in(path, winner, value.get(), text))
        .orElseGet(() -> refused("take-over.unwritable", WrittenTerm.brief(value.get())));
  }

  private Result in(Path path, Optional<Setting> winner, Term value, String text) {
    Optional<ConfigLayer> layer = release.layer(path);
    if (layer.isEmpty()) {
      return refused("take-over.no-layer", name(path), release.name());
    }
    Optional<Setting> here =
        settings().filter(setting -> setting.layer().path().equals(path)).findFirst();
    if (here.isPresent() && Environments.same(here.map(Setting::value), Optional.of(value))) {
      return new Result.Same(Messages.text("take-over.same", application, key, name(path)));
    }
    Path decider = winner.map(setting -> setting.layer().path()).orElse(path);
    if (TargetLayer.rank(release, decider) > TargetLayer.rank(release, path)) {
      return refused("take-over.overridden", name(decider), name(path));
    }
    if (here.isPresent()) {
      EditBuilder draft = new EditBuilder(here.get().layer().file());
      draft.replace(here.get().valueSpan(), text);
      return new Result.Change(draft.change());
    }
    return added(LayerText.add(layer.get(), application, List.of(piece(text))), path);
  }

  /** Those of the key, the one with the last word first. */
  private Stream<Setting> settings() {
    return release.config().value(application, key).stream()
        .flatMap(value -> value.settings().stream());
  }

  private Result onHost(String text) {
    return TargetLayer.of(release, Side.HOST).stream()
        .findFirst()
        .map(target -> added(target.add(application, List.of(piece(text))), target.path()))
        .orElseGet(() -> refused("take-over.no-host", release.name()));
  }

  private ListElement piece(String text) {
    return ListElement.of("{" + TermPrinter.atom(key) + ", " + text + "}");
  }

  private Result added(Optional<FileChange> change, Path path) {
    return change
        .<Result>map(Result.Change::new)
        .orElseGet(() -> refused("take-over.broken", name(path)));
  }

  private Result refused(String message, Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = application;
    arguments[1] = key;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return new Result.Refused(Messages.text(message, arguments));
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
