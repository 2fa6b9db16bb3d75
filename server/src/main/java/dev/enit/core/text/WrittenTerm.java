package dev.enit.core.text;

import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPrinter;
import dev.enit.grammar.term.TermValue;
import java.util.Optional;

/** Values of a node as text. */
public final class WrittenTerm {
  private static final int BRIEF = 40;

  private WrittenTerm() {}

  /** Returns a value as a file can have it, or empty if none can, as for a process. */
  public static Optional<String> of(Term term) {
    String text = TermPrinter.print(term);
    TermFile read = TermParser.parse(text + ".");
    boolean isOne = read.isIntact() && read.forms().size() == 1;
    Term written = isOne ? read.forms().getFirst().term() : null;
    boolean isSame = written != null && TermValue.same(written, term);
    return isSame ? Optional.of(text) : Optional.empty();
  }

  /** Returns a value for a line of text, shortened if it is long. */
  public static String brief(Term term) {
    String text = TermPrinter.print(term);
    return text.length() <= BRIEF ? text : text.substring(0, BRIEF - 1) + "…";
  }
}
