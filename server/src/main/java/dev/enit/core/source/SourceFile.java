package dev.enit.core.source;

import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * A text and its terms.
 *
 * @param version of the editor's document; empty for a text read from the disk
 * @param decoding mistakes of the bytes, their spans in offsets of the text
 */
public record SourceFile(Path path, TermFile terms, OptionalInt version, List<SyntaxError> decoding)
    implements Source {

  /** Of a longer document in an editor only the syntax is looked at, in UTF-16 units. */
  public static final int LONGEST_CHECKED = 4_000_000;

  public SourceFile {
    decoding = List.copyOf(decoding);
  }

  /** A document that an editor holds. */
  public static SourceFile open(Path path, TermFile terms, int version) {
    return new SourceFile(path, terms, OptionalInt.of(version), List.of());
  }

  public String text() {
    return terms.text();
  }

  /** The same text as another OTP reads it. */
  public SourceFile readAs(OtpSyntax syntax) {
    return terms.syntax().equals(syntax)
        ? this
        : new SourceFile(path, TermParser.parse(terms.text(), syntax), version, decoding);
  }

  /**
   * Whether this is a document in an editor that is too long to be understood between two
   * keystrokes. Whoever has time, as {@code enit check} has, reads such a file as any other.
   */
  public boolean isSyntaxOnly() {
    return version.isPresent() && text().length() > LONGEST_CHECKED;
  }

  /** Whether {@code file:consult/1} of the OTP that it was read for reads the file. */
  public boolean isReadable() {
    return decoding.isEmpty() && terms.isReadable();
  }

  /**
   * Whether nothing in the file is broken: only then may the absence of something in it be a
   * diagnostic.
   */
  public boolean isIntact() {
    return decoding.isEmpty() && terms.isIntact();
  }
}
