package dev.enit.core.text;

import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPrinter;
import dev.enit.grammar.term.TermValue;
import java.util.Optional;

/** Values that come from a node, as text. */
public final class WrittenTerm {
  private static final int BRIEF = 40;

  private WrittenTerm() {}

  /** As it can stand in a file; empty for what no file can hold, such as a process. */
  public static Optional<String> of(Term term) {
    String text = TermPrinter.print(term);
    TermFile read = TermParser.parse(text + ".");
    boolean isOne = read.isIntact() && read.forms().size() == 1;
    Term written = isOne ? read.forms().getFirst().term() : null;
    boolean isSame = written != null && TermValue.same(written, term);
    return isSame ? Optional.of(text) : Optional.empty();
  }

  /** On a line among words, cut where it is long. */
  public static String brief(Term term) {
    String text = TermPrinter.print(term);
    return text.length() <= BRIEF ? text : text.substring(0, BRIEF - 1) + "…";
  }
}
