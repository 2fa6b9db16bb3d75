package dev.enit.core.report;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.Severity;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.source.Place;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The errors that keep a release from being started or changed, as lines of text. */
public final class ErrorLines {
  private ErrorLines() {}

  /** Returns all errors of a release, by file. */
  public static List<Diagnostic> errors(Workspace workspace, ReleaseKey key) {
    return Diagnostics.of(workspace, key).values().stream()
        .flatMap(List::stream)
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .toList();
  }

  /** Returns a line for each error: {@code FILE:LINE:COLUMN: message}. */
  public static List<String> of(
      Workspace workspace, List<Diagnostic> errors, Function<Path, String> names) {
    return errors.stream()
        .map(error -> at(workspace, error.place(), names) + ": " + error.message())
        .map(TerminalText::harmless)
        .toList();
  }

  /**
   * Returns the refusal to start a release in one line, with the code and place of the first error.
   */
  public static String refusal(
      Workspace workspace, String release, List<Diagnostic> errors, Function<Path, String> names) {
    Diagnostic first = errors.getFirst();
    return TerminalText.harmless(
        Messages.text(
            errors.size() == 1 ? "start.error" : "start.errors",
            release,
            errors.size(),
            first.code().id(),
            at(workspace, first.place(), names)));
  }

  private static String at(Workspace workspace, Place place, Function<Path, String> names) {
    String name = names.apply(place.path());
    return workspace
        .file(place.path())
        .map(file -> file.terms().lines().position(place.span().start()))
        .map((Position at) -> name + ":" + (at.line() + 1) + ":" + (at.column() + 1))
        .orElse(name);
  }
}
