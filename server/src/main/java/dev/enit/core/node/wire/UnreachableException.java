package dev.enit.core.node.wire;

/** Ends whatever was wanted of a node. */
public final class UnreachableException extends Exception {
  private final transient UnreachableReason reason;

  public UnreachableException(UnreachableReason reason) {
    super(reason.message(), null, false, false);
    this.reason = reason;
  }

  public UnreachableReason reason() {
    return reason;
  }
}
