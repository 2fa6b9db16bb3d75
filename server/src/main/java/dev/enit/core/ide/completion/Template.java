package dev.enit.core.ide.completion;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with places that the user fills in one after the other, for clients that can do that; the
 * others get the same text with what stands in the places. Immutable.
 */
public record Template(List<Piece> pieces) {
  public static final Template EMPTY = new Template(List.of());

  private static final String INDENT = "\n    ";

  /** A part of a template. */
  public sealed interface Piece {}

  /** Text as it is. */
  public record Text(String text) implements Piece {}

  /** Line ends and indentation; what stands there on a single line. */
  public record Layout(String text, String plain) implements Piece {}

  /** A place with a proposal that can stay. */
  public record Stop(String text) implements Piece {}

  /**
   * A place that must be filled for the text to be a term; the name, if any, only says with what.
   */
  public record Blank(String name) implements Piece {}

  /** A place with some values to choose from, the likeliest first. */
  public record Choice(List<String> values) implements Piece {
    public Choice {
      values = List.copyOf(values);
    }
  }

  /** Where the cursor is in the end, if not behind everything. */
  public record End() implements Piece {}

  public Template {
    pieces = List.copyOf(pieces);
  }

  static Template of(String text) {
    return EMPTY.text(text);
  }

  Template text(String text) {
    return text.isEmpty() ? this : with(new Text(text));
  }

  Template layout(String text, String plain) {
    return with(new Layout(text, plain));
  }

  /** The quotes of a string are no part of the place: who types over it types the string alone. */
  Template stop(String text) {
    boolean isString = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
    return isString
        ? text("\"").with(new Stop(text.substring(1, text.length() - 1))).text("\"")
        : with(new Stop(text));
  }

  Template blank(String name) {
    return with(new Blank(name));
  }

  /** A place that takes one of some values, or anything where there are none. */
  Template choice(List<String> values) {
    return switch (values.size()) {
      case 0 -> blank("");
      case 1 -> stop(values.getFirst());
      default -> with(new Choice(values));
    };
  }

  Template end() {
    return with(new End());
  }

  Template then(Template other) {
    List<Piece> all = new ArrayList<>(pieces);
    all.addAll(other.pieces);
    return new Template(all);
  }

  private Template with(Piece piece) {
    List<Piece> all = new ArrayList<>(pieces);
    all.add(piece);
    return new Template(all);
  }

  /** Returns whether it is mere text. */
  public boolean isPlain() {
    return pieces.stream().allMatch(Text.class::isInstance);
  }

  /**
   * The text for a client that knows no places: it ends where the first one would have to be
   * filled, since the cursor stays there.
   */
  public String plain() {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Text(String text) -> out.append(text);
        case Blank _ -> {
          return out.toString();
        }
        case Stop(String text) -> out.append(text);
        case Choice(List<String> values) -> out.append(values.getFirst());
        case Layout(var _, String text) -> out.append(text);
        case End _ -> {}
      }
    }
    return out.toString();
  }

  /** Returns the list of settings of a section. */
  static Template settings() {
    return of("[").layout(INDENT, "").end().layout("\n", "").text("]");
  }

  /** Returns the settings of a node that has none yet: the one that every release needs. */
  static Template node(String cookie) {
    return of("[")
        .layout(INDENT, "")
        .text("{cookie, \"")
        .stop(cookie)
        .text("\"}")
        .end()
        .layout("\n", "")
        .text("]");
  }

  /** Returns an extension, behind its tag. */
  static Template extension() {
    return EMPTY.stop("name").text(", ").then(extensionProperties());
  }

  /** Returns the properties of an extension. */
  static Template extensionProperties() {
    return of("[")
        .layout(INDENT, "")
        .text("{applications, [")
        .end()
        .text("]}")
        .layout("\n", "")
        .text("]");
  }

  /**
   * Returns the properties of a release.
   *
   * @param application a proposal for its first one; may be empty
   */
  static Template releaseProperties(String version, Template application) {
    return of("[")
        .layout(INDENT, "")
        .text("{vsn, \"")
        .stop(version)
        .text("\"},")
        .layout(INDENT, " ")
        .text("{applications, [")
        .then(application)
        .text("]}")
        .layout("\n", "")
        .text("]");
  }
}
