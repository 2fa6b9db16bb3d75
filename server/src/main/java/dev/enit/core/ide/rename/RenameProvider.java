package dev.enit.core.ide.rename;

import dev.enit.core.config.NodeKey;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.PropertyName;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.core.ide.CursorPlaces;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.reference.Occurrences.Subject;
import dev.enit.core.ide.rename.NameRename.NewName;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.List;

/**
 * The provider of renames: a key or an extension in all layers of its release, a release together
 * with its directories. Other names are not the release's to change.
 */
public final class RenameProvider {
  private RenameProvider() {}

  /** Returns whether the name at an offset can be changed: possible, refused, or nothing there. */
  public static RenameResult prepare(Workspace workspace, Path path, int offset) {
    CursorPlace place = CursorPlaces.at(workspace, path, offset);
    return switch (place) {
      case SettingKey key when key.isNode() && NodeKey.of(key.key()).isPresent() ->
          RenameResult.Refused.because("nodeKey", key.key());
      case SettingKey key -> new RenameResult.Possible(key.span(), TermPrinter.atom(key.key()));
      case ReleaseName name ->
          new RenameResult.Possible(name.span(), TermPrinter.atom(name.name()));
      case ExtensionName(var span, var name) when isName(name) ->
          new RenameResult.Possible(span, TermPrinter.print(name));
      case ExtensionName(var _, var name) ->
          RenameResult.Refused.because("extension", TermPrinter.print(name));
      case SectionName section when section.application().equals(NodeKey.SECTION) ->
          RenameResult.Refused.because("node");
      case SectionName section ->
          RenameResult.Refused.because("application", section.application());
      case ApplicationName app -> RenameResult.Refused.because("application", app.name());
      case PropertyName property -> RenameResult.Refused.because("property", property.property());
      default -> new RenameResult.Nothing();
    };
  }

  private static boolean isName(Term term) {
    return term instanceof Term.Atom || term instanceof Term.Str;
  }

  /**
   * Changes the name at an offset.
   *
   * @param typed the new name, with or without quotes
   * @param directories whether the client can rename those as well
   */
  public static RenameResult rename(
      Workspace workspace, Path path, int offset, String typed, boolean directories) {
    RenameResult prepared = prepare(workspace, path, offset);
    if (!(prepared instanceof RenameResult.Possible)) {
      return prepared;
    }
    return switch (NewName.of(typed)) {
      case NewName.Invalid(var reason) -> reason;
      case NewName.Valid(String name) ->
          switch (CursorPlaces.at(workspace, path, offset)) {
            case SettingKey key -> key(scope(workspace, path), key, name);
            case ExtensionName old -> extension(scope(workspace, path), old.name(), name);
            case ReleaseName old ->
                new ReleaseRename(workspace, path).become(old, name, directories);
            default -> new RenameResult.Nothing();
          };
    };
  }

  private static FileScope scope(Workspace workspace, Path path) {
    return FileScope.of(workspace, path).orElseThrow();
  }

  private static RenameResult key(FileScope scope, SettingKey key, String name) {
    return new NameRename(scope, new Subject.Key(key.application(), key.key()))
        .become(
            new Subject.Key(key.application(), name), new Term.Atom(key.span(), key.key()), name);
  }

  private static RenameResult extension(FileScope scope, Term old, String name) {
    Subject other = new Subject.Extension(NewName.written(old, name, false));
    return new NameRename(scope, new Subject.Extension(TermPrinter.print(old)))
        .become(other, old, name);
  }

  /** The result of a rename request. */
  public sealed interface RenameResult {

    /**
     * The name under the cursor can be changed.
     *
     * @param span of it, in offsets of the file
     * @param name as it is written
     */
    record Possible(Span span, String name) implements RenameResult {}

    /** All that changes; nothing where the name is the same. */
    record Done(List<FileChange> changes) implements RenameResult {
      public Done {
        changes = List.copyOf(changes);
      }
    }

    /** It cannot be done; the message says why. */
    record Refused(String message) implements RenameResult {

      static Refused because(String reason, Object... arguments) {
        return new Refused(Messages.text("rename." + reason, arguments));
      }
    }

    /** Nothing with a name stands there. */
    record Nothing() implements RenameResult {}
  }
}
