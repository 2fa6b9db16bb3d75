package dev.enit.core.node;

import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;

/** The agent understood a request and answered with an error. */
public final class AgentRefusal extends Exception {
  private final transient Term reason;

  AgentRefusal(Term reason) {
    super(TermPrinter.print(reason), null, false, false);
    this.reason = reason;
  }

  /** What stood behind {@code error}. */
  public Term reason() {
    return reason;
  }
}
