package dev.enit.core.node.wire;

import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;

/** The node could not run a call, or the call crashed. */
public final class BadRpc extends Exception {
  private final transient Term reason;

  public BadRpc(Term reason) {
    super(TermPrinter.print(reason), null, false, false);
    this.reason = reason;
  }

  /** What stood behind {@code badrpc}. */
  public Term reason() {
    return reason;
  }
}
