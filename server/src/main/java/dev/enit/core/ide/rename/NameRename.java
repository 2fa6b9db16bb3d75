package dev.enit.core.ide.rename;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.reference.Occurrences;
import dev.enit.core.ide.reference.Subject;
import dev.enit.core.ide.rename.RenameProvider.RenameResult;
import dev.enit.core.release.Release;
import dev.enit.core.source.SourceFile;
import dev.enit.core.source.UnreadableFile;
import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rename of one name in all files of a release, or in a single file without a release. */
record NameRename(FileScope scope, Subject subject) {

  /**
   * Gives it another name, unless something has that already: two keys would become one.
   *
   * @param as the term that the name is now, to write it as the same kind of term
   */
  RenameResult become(Subject other, Term as, String name) {
    Optional<UnreadableFile> closed = scope.release().flatMap(NameRename::closed);
    if (closed.isPresent()) {
      return RenameResult.Refused.because("unreadable", closed.get().path(), closed.get().reason());
    }
    if (other.equals(subject)) {
      return new RenameResult.Done(List.of());
    }
    List<FileChange> changes = new ArrayList<>();
    for (SourceFile file : files()) {
      List<Span> taken = Occurrences.in(file, other);
      if (!taken.isEmpty()) {
        int line = file.terms().lines().line(taken.getFirst().start()) + 1;
        return RenameResult.Refused.because("taken", name, file.path() + ":" + line);
      }
      String text = NewName.written(as, name, isLatin1(file.text()));
      List<TextChange> edits =
          Occurrences.in(file, subject).stream().map(span -> new TextChange(span, text)).toList();
      if (!edits.isEmpty()) {
        changes.add(new FileChange.Edited(file.path(), edits));
      }
    }
    return new RenameResult.Done(changes);
  }

  /** A file that may hold the name and cannot be read. */
  static Optional<UnreadableFile> closed(Release release) {
    return release.unreadable().stream().findFirst();
  }

  private List<SourceFile> files() {
    Set<Path> paths = new LinkedHashSet<>();
    paths.add(scope.path());
    scope.release().map(Release::files).ifPresent(paths::addAll);
    return paths.stream().flatMap(path -> scope.workspace().file(path).stream()).toList();
  }

  /** Returns whether the text says that it is to be read as latin-1. */
  static boolean isLatin1(String text) {
    String head = text.substring(0, Math.min(text.length(), 400));
    return SourceDecoder.decode(head.getBytes(ISO_8859_1)).charset().equals(ISO_8859_1);
  }
}
