package dev.enit.core.ide.symbol;

import dev.enit.grammar.term.Span;
import java.util.List;

/**
 * A named element of a file, in offsets of the file.
 *
 * @param name never empty
 * @param detail such as its value, on one line; often empty
 * @param range all of it, its children inside
 * @param selection its name, inside of the range
 */
public record Symbol(
    String name, Kind kind, String detail, Span range, Span selection, List<Symbol> children) {
  public Symbol {
    children = List.copyOf(children);
  }

  /** What a symbol is. */
  public enum Kind {
    RELEASE,
    SECTION,
    EXTENSION,
    /** A key of a section, or a property of a release or an extension. */
    KEY,
    /** An application in a list. */
    APPLICATION,
    /** A part of a value that has a name. */
    PART
  }
}
