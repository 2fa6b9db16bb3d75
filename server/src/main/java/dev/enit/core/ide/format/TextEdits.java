package dev.enit.core.ide.format;

import dev.enit.core.workspace.TextChange;
import java.util.List;

/** Changes of one text that are meant at once: ascending, apart, in offsets of the old text. */
public final class TextEdits {
  private TextEdits() {}

  /** The text after the changes. */
  public static String apply(String text, List<TextChange> edits) {
    StringBuilder changed = new StringBuilder(text.length());
    int from = 0;
    for (TextChange edit : edits) {
      changed.append(text, from, edit.span().start()).append(edit.text());
      from = edit.span().end();
    }
    return changed.append(text, from, text.length()).toString();
  }
}
