package dev.enit.lsp.convert;

import dev.enit.core.ide.FileChange;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * The converter of file changes to workspace edits. Edits name the versions of their documents if
 * the client supports versions, so that a client whose documents have changed can refuse them.
 * Changes of a file that no longer exists are omitted.
 */
public record WorkspaceEditConverter(LspConverter to, Workspace workspace) {

  public WorkspaceEdit edit(List<FileChange> changes) {
    if (to.client().takesDocumentChanges()) {
      List<Either<TextDocumentEdit, ResourceOperation>> all = new ArrayList<>();
      changes.forEach(change -> add(change, all));
      return new WorkspaceEdit(all);
    }
    Map<String, List<TextEdit>> byUri = new LinkedHashMap<>();
    for (FileChange change : changes) {
      if (change instanceof FileChange.Edited edited && isThere(edited)) {
        byUri.put(to.uri().apply(change.path()), edits(edited));
      }
    }
    return new WorkspaceEdit(byUri);
  }

  private void add(FileChange change, List<Either<TextDocumentEdit, ResourceOperation>> all) {
    String uri = to.uri().apply(change.path());
    switch (change) {
      case FileChange.Created created -> {
        all.add(Either.forRight(new CreateFile(uri)));
        Range start = new Range(new Position(0, 0), new Position(0, 0));
        all.add(Either.forLeft(document(uri, null, List.of(new TextEdit(start, created.text())))));
      }
      case FileChange.Edited edited when isThere(edited) -> {
        OptionalInt version =
            workspace.file(edited.path()).map(SourceFile::version).orElse(OptionalInt.empty());
        Integer known = version.isPresent() ? Integer.valueOf(version.getAsInt()) : null;
        all.add(Either.forLeft(document(uri, known, edits(edited))));
      }
      case FileChange.Edited _ -> {}
      case FileChange.Renamed renamed ->
          all.add(Either.forRight(new RenameFile(uri, to.uri().apply(renamed.to()))));
    }
  }

  private boolean isThere(FileChange.Edited edited) {
    return workspace.file(edited.path()).isPresent();
  }

  private List<TextEdit> edits(FileChange.Edited edited) {
    TermFile file = workspace.file(edited.path()).orElseThrow().terms();
    return edited.edits().stream().map(edit -> to.edit(file, edit.span(), edit.text())).toList();
  }

  private static TextDocumentEdit document(
      String uri, @Nullable Integer version, List<TextEdit> edits) {
    return new TextDocumentEdit(
        new VersionedTextDocumentIdentifier(uri, version),
        edits.stream().map(Either::<TextEdit, SnippetTextEdit>forLeft).toList());
  }
}
