package dev.enit.grammar.format;

import dev.enit.grammar.format.LayoutNode.BracketGroup;
import dev.enit.grammar.format.LayoutNode.Comment;
import dev.enit.grammar.format.LayoutNode.Item;
import dev.enit.grammar.parse.SourceTokens.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader that turns tokens into layout nodes. It may assume that the text has no syntax errors,
 * so it looks at brackets and separators only.
 *
 * <p>A comment belongs to the element that it is after, or above. Inside of what cannot be divided,
 * it waits for the next place where a comment may be.
 */
final class LayoutReader {
  private final TokenReader tokens;
  private boolean behindBar;
  private boolean separatorOnNewLine;
  private boolean blankBeforeSeparator;

  LayoutReader(String text) {
    tokens = new TokenReader(text);
  }

  /** Returns the forms of the text. */
  List<Item> forms() {
    List<Item> forms = new ArrayList<>();
    while (tokens.kind() != null) {
      forms.add(item());
    }
    return forms;
  }

  /** Returns the comments after the last form, once the forms are read. */
  List<Comment> rest() {
    return tokens.comments();
  }

  /** Returns the line end that the text uses, once the forms are read. */
  String lineEnd() {
    return tokens.lineEnd();
  }

  private Item item() {
    boolean onNewLine = tokens.onNewLine() || separatorOnNewLine;
    boolean blankBefore = tokens.blankBefore() || blankBeforeSeparator;
    boolean tail = behindBar;
    forgetSeparator();
    List<Comment> leading = tokens.comments();
    LayoutNode node = element();
    if (tokens.is(Kind.ARROW)) {
      tokens.take();
      node = new LayoutNode.Pair(node, element());
    }
    String separator = separator();
    return new Item(leading, onNewLine, blankBefore, tail, node, separator, tokens.trailing());
  }

  /** Takes the separator; what is before it on its line says how the next item was placed. */
  private String separator() {
    boolean any = tokens.is(Kind.COMMA) || tokens.is(Kind.DOT) || tokens.is(Kind.BAR);
    behindBar = tokens.is(Kind.BAR);
    separatorOnNewLine = any && tokens.onNewLine();
    blankBeforeSeparator = any && tokens.blankBefore();
    String separator = any ? tokens.take() : "";
    return behindBar ? "" : separator;
  }

  /** Forgets the separator before an item: it says nothing about what is in the item. */
  private void forgetSeparator() {
    separatorOnNewLine = false;
    blankBeforeSeparator = false;
    behindBar = false;
  }

  private LayoutNode element() {
    List<LayoutNode> pieces = new ArrayList<>(1);
    while (true) {
      Kind kind = tokens.kind();
      if (kind == null || endsElement(kind)) {
        return whole(pieces);
      }
      pieces.add(piece(kind));
    }
  }

  private static LayoutNode whole(List<LayoutNode> pieces) {
    return switch (pieces.size()) {
      case 0 -> throw new IllegalStateException("the text has mistakes");
      case 1 -> pieces.getFirst();
      default -> new LayoutNode.Chain(pieces);
    };
  }

  private static boolean endsElement(Kind kind) {
    return switch (kind) {
      case COMMA, BAR, ARROW, DOT, RBRACE, RBRACKET, RBINARY, RPAREN -> true;
      default -> false;
    };
  }

  private LayoutNode piece(Kind kind) {
    return switch (kind) {
      case LBRACE -> group("", Kind.RBRACE);
      case HASH -> group(tokens.take(), Kind.RBRACE);
      case LBRACKET -> group("", Kind.RBRACKET);
      case LBINARY -> group("", Kind.RBINARY);
      case LPAREN -> group("", Kind.RPAREN);
      case STRING -> strings();
      default -> leaf();
    };
  }

  /** Reads the tokens up to the next bracket or separator. */
  private LayoutNode leaf() {
    StringBuilder leaf = new StringBuilder();
    boolean number = true;
    Kind kind = tokens.kind();
    while (kind != null && !endsElement(kind) && !startsGroup(kind)) {
      number &= isNumber(kind);
      leaf.append(tokens.take());
      if (kind == Kind.FUN) {
        leaf.append(' ');
      }
      kind = tokens.kind();
    }
    return new LayoutNode.Leaf(leaf.toString(), number);
  }

  private static boolean startsGroup(Kind kind) {
    return switch (kind) {
      case LBRACE, HASH, LBRACKET, LBINARY, LPAREN -> true;
      default -> false;
    };
  }

  private static boolean isNumber(Kind kind) {
    return switch (kind) {
      case INTEGER, FLOAT, CHARACTER, PLUS, MINUS -> true;
      default -> false;
    };
  }

  private LayoutNode strings() {
    List<LayoutNode.Line> lines = new ArrayList<>(1);
    boolean severalLines = false;
    List<Comment> leading = List.of();
    while (true) {
      String string = tokens.take();
      boolean more = tokens.is(Kind.STRING);
      Comment trailing = more ? tokens.trailing() : null;
      lines.add(new LayoutNode.Line(leading, string, Extent.of(string), trailing));
      if (!more) {
        return lines.size() == 1
            ? new LayoutNode.Leaf(string, false)
            : new LayoutNode.Strings(lines, severalLines);
      }
      severalLines |= tokens.onNewLine();
      leading = tokens.comments();
    }
  }

  private BracketGroup group(String prefix, Kind closer) {
    int inside = tokens.start() + 1;
    String open = prefix + tokens.take();
    Comment heading = tokens.heading();
    List<Item> items = items(closer);
    List<Comment> closing = tokens.comments();
    int length = tokens.start() - inside;
    return BracketGroup.of(open, tokens.take(), heading, items, closing, length);
  }

  private List<Item> items(Kind closer) {
    List<Item> items = new ArrayList<>();
    while (!tokens.is(closer)) {
      items.add(item());
    }
    return items;
  }
}
