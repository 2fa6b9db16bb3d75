package dev.enit.core.source;

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

  /**
   * Whether nothing in the file is broken: only then may the absence of something in it be a
   * finding.
   */
  public boolean isIntact() {
    return decoding.isEmpty() && terms.isIntact();
  }
}
