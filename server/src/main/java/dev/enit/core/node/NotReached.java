package dev.enit.core.node;

/** The node of a release does not run, or cannot be asked. */
public final class NotReached extends Exception {
  private final transient NodeStatus status;

  NotReached(NodeStatus status) {
    super(status.toString(), null, false, false);
    this.status = status;
  }

  /** Neither {@link NodeStatus.Running} nor {@link NodeStatus.Starting}. */
  public NodeStatus status() {
    return status;
  }
}
