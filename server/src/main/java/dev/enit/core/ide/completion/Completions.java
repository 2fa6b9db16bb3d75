package dev.enit.core.ide.completion;

import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.Nothing;
import dev.enit.core.ide.CursorPlace.Owner;
import dev.enit.core.ide.CursorPlace.PropertyName;
import dev.enit.core.ide.CursorPlace.PropertyValue;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.core.ide.CursorPlace.SettingValue;
import dev.enit.core.ide.CursorPlace.Slot;
import dev.enit.core.ide.FileScope;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.settings.SettingsFile;
import dev.enit.core.workspace.TextChange;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The completion items at a place of a file. */
public final class Completions {
  /** More are not looked through by anybody. */
  static final int MOST = 400;

  private Completions() {}

  /** Everything that could be written at an offset of a file, broken or not. */
  public static CompletionCandidates at(
      Workspace workspace, Path path, int offset, CompletionOptions wishes) {
    return FileScope.of(workspace, path)
        .flatMap(
            scope ->
                CompletionPoint.at(scope.file(), offset)
                    .flatMap(point -> completing(scope, point, wishes)))
        .map(completing -> offer(completing, items(completing)))
        .orElse(CompletionCandidates.NONE);
  }

  private static Optional<CompletionRequest> completing(
      FileScope scope, CompletionPoint point, CompletionOptions wishes) {
    return CompletionFrame.of(point)
        .map(frame -> new CompletionRequest(scope, point, frame, wishes));
  }

  /** What there is to be said of an item, in Markdown. */
  public static Optional<String> documentation(Workspace workspace, Path path, CursorPlace about) {
    return FileScope.of(workspace, path)
        .flatMap(scope -> dev.enit.core.ide.HoverProvider.about(scope, about));
  }

  private static List<CompletionCandidate> items(CompletionRequest completing) {
    CursorPlace place = completing.point().place();
    Path path = completing.scope().path();
    if (path.endsWith(SettingsFile.NAME)) {
      return new SettingsFileItems(completing).items(place);
    }
    boolean quoted = completing.point().quote().isString();
    return switch (place) {
      case SettingValue value when value.isNode() -> new NodeItems(completing).values(value);
      case SettingValue value -> new ValueItems(completing, value).items();
      case PropertyValue value -> new PropertyItems(completing).values(value);
      case Nothing _, ExtensionName _ -> List.of();
      case CursorPlace _ when quoted -> List.of();
      case SettingKey key when key.isNode() -> new NodeItems(completing).keys(key);
      case SettingKey key -> new KeyItems(completing, key).items();
      case SectionName section -> new SectionItems(completing, section).items();
      case ApplicationName app -> new ApplicationItems(completing, app).items();
      case ReleaseName _ -> new PropertyItems(completing).releaseName();
      case PropertyName name -> new PropertyItems(completing).names(name);
      case Slot slot -> slot(completing, slot);
    };
  }

  private static List<CompletionCandidate> slot(CompletionRequest completing, Slot slot) {
    PropertyItems properties = new PropertyItems(completing);
    boolean specification = completing.scope().path().endsWith(ReleaseKey.SPECIFICATION);
    return switch (slot.wanted()) {
      case FORM ->
          specification
              ? properties.release(hasRelease(completing))
              : new SectionItems(completing, slot).items();
      case TAG -> properties.release(hasRelease(completing));
      case SETTINGS -> List.of(properties.skeleton("[…]", Template.settings()));
      case RELEASE_PROPERTIES -> properties.lists(Owner.RELEASE);
      case EXTENSION_PROPERTIES -> properties.lists(Owner.EXTENSION);
    };
  }

  private static boolean hasRelease(CompletionRequest completing) {
    return completing.point().probe().forms().stream()
        .map(Form::term)
        .anyMatch(
            term ->
                term instanceof Term.Tuple(var _, var elements)
                    && !elements.isEmpty()
                    && elements.getFirst() instanceof Term.Atom(var _, String tag)
                    && tag.equals("release"));
  }

  /** Of very many items those that the word can become; the client asks again as it grows. */
  private static CompletionCandidates offer(
      CompletionRequest completing, List<CompletionCandidate> items) {
    CompletionPoint point = completing.point();
    boolean many = items.size() > MOST;
    List<CompletionCandidate> offered =
        many
            ? items.stream().filter(item -> fits(item.label(), point.typed())).limit(MOST).toList()
            : items;
    return new CompletionCandidates(
        offered, point.insert(), point.replace(), completing.frame().edits(), many);
  }

  /**
   * Returns whether the letters of a word stand in a label in their order, as clients match them.
   */
  private static boolean fits(String label, String typed) {
    String lower = label.toLowerCase(Locale.ROOT);
    int at = 0;
    for (char c : typed.toLowerCase(Locale.ROOT).toCharArray()) {
      at = lower.indexOf(c, at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * All completion items at a cursor, the likeliest first.
   *
   * @param insert from the start of the word to the cursor: for who keeps what stands behind it
   * @param replace the whole word
   * @param edits what the text needs elsewhere with any of the items, such as a comma in front;
   *     outside of {@code replace}, each in offsets of the text as it is
   * @param incomplete whether there is more, to be asked for when more letters are known
   */
  public record CompletionCandidates(
      List<CompletionCandidate> items,
      Span insert,
      Span replace,
      List<TextChange> edits,
      boolean incomplete) {
    public static final CompletionCandidates NONE =
        new CompletionCandidates(List.of(), Span.at(0), Span.at(0), List.of(), false);

    public CompletionCandidates {
      items = List.copyOf(items);
      edits = List.copyOf(edits);
    }
  }

  /**
   * The completion features that the client supports.
   *
   * @param places whether the user can fill in the places of a {@link Template} one after the other
   * @param cookies makes a new cookie each time it is asked
   */
  public record CompletionOptions(boolean places, Supplier<String> cookies) {}

  /**
   * A completion item.
   *
   * @param label what the user sees and types against
   * @param detail a few words beside it, such as a version; may be empty
   * @param text what replaces the word at the cursor
   * @param obsolete whether it is deprecated
   * @param about what there is to be said of it, as if the cursor stood on it
   */
  public record CompletionCandidate(
      String label,
      Kind kind,
      String detail,
      Template text,
      boolean obsolete,
      Optional<CursorPlace> about) {

    /** What it is. */
    public enum Kind {
      APPLICATION,
      SECTION,
      KEY,
      PROPERTY,
      VALUE,
      ACCOUNT,
      SKELETON
    }

    static CompletionCandidate of(String label, Kind kind, String detail, Template text) {
      return new CompletionCandidate(label, kind, detail, text, false, Optional.empty());
    }

    CompletionCandidate about(CursorPlace place) {
      return new CompletionCandidate(label, kind, detail, text, obsolete, Optional.of(place));
    }

    CompletionCandidate obsolete(boolean now) {
      return new CompletionCandidate(label, kind, detail, text, now, about);
    }
  }
}
