package dev.enit.lsp.convert;

import dev.enit.core.text.VisibleText;

/**
 * The text of messages and progress. An editor may interpret Markdown links in it, also those that
 * run commands; text from a node or a file must not become one.
 */
public final class MessageText {
  private MessageText() {}

  /** Returns text of several lines without links, with invisible characters escaped. */
  public static String of(String text) {
    return VisibleText.lines(text).replace("](", "] (");
  }
}
