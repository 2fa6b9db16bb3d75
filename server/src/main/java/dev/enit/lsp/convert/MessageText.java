package dev.enit.lsp.convert;

import dev.enit.core.text.VisibleText;

/**
 * Text of messages and progress. An editor may read links of Markdown in it, also such as run
 * commands; what a node or a file says must not become one.
 */
public final class MessageText {
  private MessageText() {}

  /** Returns a text of several lines without links, with escapes for what a reader cannot see. */
  public static String of(String text) {
    return VisibleText.lines(text).replace("](", "] (");
  }
}
