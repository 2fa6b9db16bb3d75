package dev.enit.lsp.session;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.TermFile;
import dev.enit.lsp.convert.LspConverter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The diagnostics of one file in a snapshot, in the types of the protocol.
 *
 * @param version the version of the document, or {@code null} if the file is not open
 * @param id the result id; two reports of a file with the same id have the same diagnostics
 */
public record DocumentDiagnostics(
    Path path, @Nullable Integer version, String id, List<org.eclipse.lsp4j.Diagnostic> items) {

  /** The text of a file that cannot be read: all its diagnostics are at its start. */
  private static final TermFile NO_TEXT = TermParser.parse("");

  /** Computes the diagnostics of a file. */
  static List<org.eclipse.lsp4j.Diagnostic> compute(
      Workspace workspace, LspConverter to, Path path) {
    Optional<SourceFile> file = workspace.file(path);
    TermFile terms = file.map(SourceFile::terms).orElse(NO_TEXT);
    List<org.eclipse.lsp4j.Diagnostic> items = new ArrayList<>();
    for (Diagnostic diagnostic : Diagnostics.of(workspace, path)) {
      items.add(to.diagnostic(workspace, terms, diagnostic));
    }
    return List.copyOf(items);
  }

  /** Returns the version of a document, or {@code null} if the file is not open. */
  public static @Nullable Integer version(Workspace workspace, Path path) {
    Optional<SourceFile> file =
        workspace.openFiles().contains(path) ? workspace.file(path) : Optional.empty();
    return file.isPresent() && file.get().version().isPresent()
        ? Integer.valueOf(file.get().version().getAsInt())
        : null;
  }
}
