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
 * The diagnostics of one file at one moment, as the client gets them.
 *
 * @param version of the document; {@code null} where the file is not open
 * @param id the same for the same diagnostics, other for others
 */
public record DocumentDiagnostics(
    Path path, @Nullable Integer version, String id, List<org.eclipse.lsp4j.Diagnostic> items) {

  /** A file that cannot be read has diagnostics too, all of them at its start. */
  private static final TermFile NO_TEXT = TermParser.parse("");

  /** Asks the core. */
  public static DocumentDiagnostics of(Workspace workspace, LspConverter to, Path path) {
    Optional<SourceFile> file = workspace.file(path);
    TermFile terms = file.map(SourceFile::terms).orElse(NO_TEXT);
    List<org.eclipse.lsp4j.Diagnostic> items = new ArrayList<>();
    for (Diagnostic diagnostic : Diagnostics.of(workspace, path)) {
      items.add(to.diagnostic(workspace, terms, diagnostic));
    }
    return new DocumentDiagnostics(
        path, version(workspace, path), ResultId.of(items), List.copyOf(items));
  }

  /** The version of a document; {@code null} where the file is not open. */
  public static @Nullable Integer version(Workspace workspace, Path path) {
    Optional<SourceFile> file =
        workspace.openFiles().contains(path) ? workspace.file(path) : Optional.empty();
    return file.isPresent() && file.get().version().isPresent()
        ? Integer.valueOf(file.get().version().getAsInt())
        : null;
  }
}
