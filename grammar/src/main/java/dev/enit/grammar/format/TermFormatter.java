package dev.enit.grammar.format;

import dev.enit.grammar.format.LayoutNode.Item;
import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.term.NewerSyntax.Feature;
import dev.enit.grammar.term.TermFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The formatter for files of Erlang terms. Formatting changes white space only (and lets a comma
 * change places with a comment), so the value of the file, the spelling of its literals and the
 * order of its comments stay; formatting again changes nothing.
 *
 * <p>The author has a say in where lines end:
 *
 * <ul>
 *   <li>A list, map or binary written on one line stays there if it fits. One with a line end
 *       between its elements, or before the first, has each element on a separate line. In a tuple
 *       only the line end before the first element counts.
 *   <li>A tuple whose last element is a bracket that takes several lines keeps the opener on its
 *       line and the closers together: <code>{kernel, [ ... ]}.</code> If its last element is
 *       anything else that finds no room, it goes on the next line.
 *   <li>Numbers in a bracket on several lines stay in the rows that the author made; a row that is
 *       too wide is divided.
 *   <li>A tuple of numbers without white space, such as {@code {127,0,0,1}}, stays so. Everywhere
 *       else there is one space after a comma, and around {@code =>} and {@code |}.
 *   <li>Adjacent strings on several lines keep a line each.
 *   <li>An empty line between two forms, elements or comments is kept, several become one; after an
 *       opener, before a closer and at the start of the file there is none.
 *   <li>A comment on a separate line is indented as what follows it. One after an element stays
 *       after it and its comma. Comments that are in one column on consecutive lines keep to one
 *       column.
 * </ul>
 */
public final class TermFormatter {
  /** More than Erlang reads of a file to find out its encoding. */
  private static final int HEAD = 1024;

  private TermFormatter() {}

  /**
   * Returns the text of a file in its new layout; empty for a file with syntax errors, which must
   * stay as it is, and for one whose quotes only an older OTP reads as its author did. Line ends
   * outside of literals become those of the first such line.
   */
  public static Optional<String> format(TermFile file, FormatOptions options) {
    if (!file.isIntact() || hasOldQuotes(file)) {
      return Optional.empty();
    }
    String text = file.text();
    String formatted = layOut(text, options);
    return Optional.of(keepsEncoding(text, formatted) ? formatted : text);
  }

  /**
   * Returns whether the tokens of the newest OTP may be others than those that the file was read
   * with.
   */
  private static boolean hasOldQuotes(TermFile file) {
    return file.syntax().release() > 0
        && file.forms().stream()
            .flatMap(form -> form.tree().newer().stream())
            .anyMatch(
                place ->
                    place.feature() == Feature.JOINED_QUOTES
                        || place.feature() == Feature.CONTROL_ESCAPE);
  }

  /**
   * Returns whether a new layout leaves the encoding that a comment in the first two lines declares
   * as it was: it may move such a comment, and the bytes of the file would then mean something
   * else.
   */
  public static boolean keepsEncoding(String text, String formatted) {
    return encoding(text).equals(encoding(formatted));
  }

  private static String layOut(String text, FormatOptions options) {
    LayoutReader reader = new LayoutReader(text);
    List<Item> forms = reader.forms();
    LayoutWriter page = new LayoutWriter(reader.lineEnd());
    new Layout(options, page).file(forms, reader.rest());
    return page.finish();
  }

  private static Charset encoding(String text) {
    String head = text.substring(0, Math.min(HEAD, text.length()));
    return SourceDecoder.decode(head.getBytes(StandardCharsets.UTF_8)).charset();
  }
}
