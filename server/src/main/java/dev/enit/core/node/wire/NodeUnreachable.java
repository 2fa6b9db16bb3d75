package dev.enit.core.node.wire;

/** Ends whatever was wanted of a node. */
public final class NodeUnreachable extends Exception {
  private final transient Unreachable reason;

  public NodeUnreachable(Unreachable reason) {
    super(reason.message(), null, false, false);
    this.reason = reason;
  }

  public Unreachable reason() {
    return reason;
  }
}
