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

/** The errors of a release, which keep it from being started or changed. */
public final class ErrorLines {
  private ErrorLines() {}

  /** All of them, by file. */
  public static List<Diagnostic> errors(Workspace workspace, ReleaseKey key) {
    return Diagnostics.of(workspace, key).values().stream()
        .flatMap(List::stream)
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .toList();
  }

  /** A line of each: {@code FILE:LINE:COLUMN: what is wrong}. */
  public static List<String> of(
      Workspace workspace, List<Diagnostic> errors, Function<Path, String> names) {
    return errors.stream()
        .map(error -> at(workspace, error.place(), names) + ": " + error.message())
        .map(TerminalText::harmless)
        .toList();
  }

  /**
   * That a release does not start with its errors: in one line, with the code and the place of the
   * first.
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
