package dev.enit.core.diagnostics;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.Fix;
import dev.enit.core.check.RelatedPlace;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.config.SecretText;
import dev.enit.core.source.Place;
import dev.enit.core.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The masking of secrets in diagnostics. Messages go to terminals, editors and logs and never
 * contain a secret; the edits of a fix must contain it, so only an editor gets such edits.
 */
public final class DiagnosticSecrets {
  private DiagnosticSecrets() {}

  /** Returns the diagnostic with a mask in place of secrets in its messages. */
  static Diagnostic masked(Workspace workspace, Diagnostic diagnostic) {
    CancellationToken.check();
    Set<String> secrets = secrets(workspace, diagnostic);
    if (secrets.isEmpty()) {
      return diagnostic;
    }
    return new Diagnostic(
        diagnostic.code(),
        diagnostic.severity(),
        diagnostic.place(),
        diagnostic.key(),
        masked(diagnostic.arguments(), secrets),
        diagnostic.related().stream()
            .map(r -> new RelatedPlace(r.place(), r.key(), masked(r.arguments(), secrets)))
            .toList(),
        diagnostic.fixes().stream()
            .map(f -> new Fix(f.key(), masked(f.arguments(), secrets), f.changes(), f.preferred()))
            .toList());
  }

  /** Returns whether the edits of a fix may be shown to those who may not read the file. */
  public static boolean isPublic(Workspace workspace, Diagnostic diagnostic, Fix fix) {
    Set<String> secrets = secrets(workspace, diagnostic);
    SecretKeys keys = workspace.secretsOf(diagnostic.place().path());
    return fix.changes().stream()
        .map(Fix.Change::text)
        .allMatch(
            text ->
                SecretText.masked(text, secrets).equals(text)
                    && SecretText.spans(keys, text).isEmpty());
  }

  private static Set<String> secrets(Workspace workspace, Diagnostic diagnostic) {
    Set<String> secrets = new HashSet<>(near(workspace, diagnostic.place()));
    diagnostic.related().forEach(related -> secrets.addAll(near(workspace, related.place())));
    return secrets;
  }

  private static Set<String> near(Workspace workspace, Place place) {
    return workspace
        .file(place.path())
        .map(file -> SecretText.near(workspace.secretsOf(place.path()), file.text(), place.span()))
        .orElse(Set.of());
  }

  private static List<String> masked(List<String> words, Set<String> secrets) {
    return words.stream().map(text -> SecretText.masked(text, secrets)).toList();
  }
}
