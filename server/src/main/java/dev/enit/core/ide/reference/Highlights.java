package dev.enit.core.ide.reference;

import dev.enit.core.config.Setting;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.SettingValue;
import dev.enit.core.ide.CursorPlaces;
import dev.enit.core.ide.FileScope;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The document highlights at the cursor: the other places of a name, or the bracket at the other
 * end.
 */
public final class Highlights {
  private Highlights() {}

  /** The places to be marked, the cursor's own among them; none within a value. */
  public static List<Highlight> at(Workspace workspace, Path path, int offset) {
    return workspace.file(path).map(file -> at(workspace, file, offset)).orElse(List.of());
  }

  private static List<Highlight> at(Workspace workspace, SourceFile file, int offset) {
    CursorPlace place = CursorPlaces.at(workspace, file.path(), offset);
    Optional<Subject> subject =
        place instanceof SettingValue ? Optional.empty() : Subject.of(place);
    return subject
        .map(named -> names(workspace, file, named))
        .orElseGet(() -> brackets(file, offset));
  }

  private static List<Highlight> brackets(SourceFile file, int offset) {
    return BracketPairs.at(file, offset).stream()
        .map(span -> new Highlight(span, Highlight.Kind.BRACKET))
        .toList();
  }

  private static List<Highlight> names(Workspace workspace, SourceFile file, Subject subject) {
    Optional<Span> winner =
        subject instanceof Subject.Key(String application, String key)
            ? FileScope.of(workspace, file)
                .config()
                .setting(application, key)
                .filter(setting -> setting.layer().path().equals(file.path()))
                .map(Setting::keySpan)
            : Optional.empty();
    return Occurrences.in(file, subject).stream()
        .map(span -> new Highlight(span, kind(span, winner)))
        .toList();
  }

  private static Highlight.Kind kind(Span span, Optional<Span> winner) {
    return winner.filter(span::equals).isPresent() ? Highlight.Kind.SETS : Highlight.Kind.NAMES;
  }
}
