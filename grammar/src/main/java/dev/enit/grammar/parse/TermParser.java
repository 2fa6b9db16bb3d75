package dev.enit.grammar.parse;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Form.FormTree;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The parser of files of Erlang terms. Every input has a result; syntax errors are data, never
 * exceptions.
 */
public final class TermParser {
  /** Longer texts are not read, in UTF-16 units. */
  public static final int LONGEST_TEXT = 24_000_000;

  private TermParser() {}

  /** Reads a whole text for an OTP of unknown release. */
  public static TermFile parse(String text) {
    return parse(text, OtpSyntax.UNKNOWN);
  }

  /** Reads a whole text as an OTP release reads it. */
  public static TermFile parse(String text, OtpSyntax syntax) {
    if (text.length() > LONGEST_TEXT) {
      return tooLong(text, syntax);
    }
    FormReader reader = new FormReader(text, syntax);
    List<Form> forms = new ArrayList<>();
    int at = nextToken(text, 0);
    while (at < text.length()) {
      Form form = new Form(at, reader.read(at));
      forms.add(form);
      at = nextToken(text, form.end());
    }
    return new TermFile(text, syntax, forms, List.of());
  }

  private static TermFile tooLong(String text, OtpSyntax syntax) {
    String length = String.valueOf(text.length());
    SyntaxError error =
        new SyntaxError(
            SyntaxError.Kind.TOO_LONG,
            Span.at(0),
            List.of(length, String.valueOf(LONGEST_TEXT)),
            null,
            null);
    return new TermFile(text, syntax, List.of(), List.of(error));
  }

  /**
   * Reads a text again after a change, for the same OTP, keeping the tree of every form that the
   * change did not touch. It is read when its forms are asked for: of many changes in a row, only
   * what the last one left is.
   *
   * @param before the file as it was
   * @param changed what was replaced, as offsets of the old text
   * @param text the whole new text
   */
  public static TermFile reparse(TermFile before, Span changed, String text) {
    if (text.length() > LONGEST_TEXT || before.text().length() > LONGEST_TEXT) {
      return parse(text, before.syntax());
    }
    TermFile.Unread unread = before.unread();
    TermFile basis = unread == null ? before : unread.before();
    Span all = unread == null ? changed : together(unread, before.text(), changed);
    return new TermFile(
        text, new TermFile.Unread(basis, all, () -> new Reparse(basis, all, text).run()));
  }

  /** Returns two changes in a row as one change of the text before both. */
  private static Span together(TermFile.Unread first, String between, Span second) {
    int length = first.before().text().length();
    int left = Math.min(length - first.changed().end(), between.length() - second.end());
    return new Span(Math.min(first.changed().start(), second.start()), length - left);
  }

  /** Returns the offset of the first token at or after an offset, or the end of the text. */
  static int nextToken(String text, int from) {
    int at = CharClasses.skipWhite(text, from);
    while (at < text.length() && text.charAt(at) == '%') {
      at = CharClasses.skipWhite(text, CharClasses.commentEnd(text, at + 1));
    }
    return at;
  }

  /** The rereading of a text: old forms before the change, new ones, and old ones again. */
  private static final class Reparse {
    private final List<Form> old;
    private final String oldText;
    private final Span changed;
    private final String text;
    private final int shift;
    private final FormReader reader;
    private final List<Form> forms;
    private int lineSearched;
    private int lineStart;

    Reparse(TermFile before, Span changed, String text) {
      old = before.forms();
      oldText = before.text();
      this.changed = changed;
      this.text = text;
      shift = text.length() - oldText.length();
      lineSearched = changed.end();
      reader = new FormReader(text, before.syntax());
      forms = new ArrayList<>(old.size() + 4);
    }

    List<Form> run() {
      int next = keepBefore();
      int at = nextToken(text, forms.isEmpty() ? 0 : forms.getLast().end());
      while (at < text.length()) {
        while (next < old.size() && newStart(old.get(next)) < at) {
          next++;
        }
        FormTree tree = reusable(next, at) ? old.get(next).tree() : reader.read(at);
        Form form = new Form(at, tree);
        forms.add(form);
        at = nextToken(text, form.end());
      }
      return forms;
    }

    /**
     * Keeps the forms that looked at nothing that has changed; returns the index of the first
     * other.
     */
    private int keepBefore() {
      int next = 0;
      while (next < old.size()
          && old.get(next).start() + old.get(next).tree().looked() <= changed.start()) {
        forms.add(old.get(next++));
      }
      return next;
    }

    /** Returns where an old form begins now, if it still does. */
    private int newStart(Form form) {
      return form.start() < changed.end() ? form.start() : form.start() + shift;
    }

    /** Returns whether an old form begins at an offset of the new text and is what it was. */
    private boolean reusable(int index, int at) {
      if (index >= old.size() || newStart(old.get(index)) != at) {
        return false;
      }
      Form form = old.get(index);
      if (form.start() < changed.end()) {
        return form.start() + form.tree().looked() <= changed.start();
      }
      return form.isIntact() || keepsColumn(form.start());
    }

    /**
     * Returns whether the change leaves the column of a form alone, which the layout of a broken
     * one is measured by. To be asked for later and later forms.
     */
    private boolean keepsColumn(int oldStart) {
      for (; lineSearched < oldStart; lineSearched++) {
        if (oldText.charAt(lineSearched) == '\n') {
          lineStart = lineSearched + 1;
        }
      }
      return lineStart >= changed.end() && lineStart > 0;
    }
  }
}
