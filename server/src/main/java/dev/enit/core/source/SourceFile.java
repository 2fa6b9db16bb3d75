package dev.enit.core.source;

import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * The text of a file and its terms.
 *
 * @param version the version of the editor's document; empty for a file that was read from disk
 * @param decoding errors of the encoding, with spans in offsets of the text
 */
public record SourceFile(Path path, TermFile terms, OptionalInt version, List<SyntaxError> decoding)
    implements Source {

  /**
   * The longest document in an editor that is checked for more than its syntax, in UTF-16 units.
   */
  public static final int LONGEST_CHECKED = 4_000_000;

  public SourceFile {
    decoding = List.copyOf(decoding);
  }

  /** Returns the source of a document that is open in an editor. */
  public static SourceFile open(Path path, TermFile terms, int version) {
    return new SourceFile(path, terms, OptionalInt.of(version), List.of());
  }

  public String text() {
    return terms.text();
  }

  /** Returns the same text as another OTP reads it. */
  public SourceFile readAs(OtpSyntax syntax) {
    return terms.syntax().equals(syntax)
        ? this
        : new SourceFile(path, TermParser.parse(terms.text(), syntax), version, decoding);
  }

  /**
   * Returns whether this is a document in an editor that is too long to be analysed between two
   * keystrokes. {@code enit check} analyses such a file as any other.
   */
  public boolean isSyntaxOnly() {
    return version.isPresent() && text().length() > LONGEST_CHECKED;
  }

  /** Returns whether {@code file:consult/1} of the target OTP reads the file. */
  public boolean isReadable() {
    return decoding.isEmpty() && terms.isReadable();
  }

  /**
   * Returns whether the file has no syntax errors: only then may the absence of something in it be
   * a diagnostic.
   */
  public boolean isIntact() {
    return decoding.isEmpty() && terms.isIntact();
  }
}
