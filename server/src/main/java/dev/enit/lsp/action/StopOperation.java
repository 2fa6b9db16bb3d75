package dev.enit.lsp.action;

import dev.enit.core.node.NodeStop;
import dev.enit.core.node.StopRefused;
import dev.enit.core.text.Messages;
import dev.enit.lsp.session.ActionContext;
import java.util.ArrayList;
import java.util.List;

/** The stop of a node, which waits until its process has exited. */
final class StopOperation {
  private final ActionContext context;
  private final ReleaseOnDisk saved;
  private final List<String> notes = new ArrayList<>();

  StopOperation(ActionContext context, ReleaseOnDisk saved) {
    this.context = context;
    this.saved = saved;
  }

  /** Stops the node; if cancelled in the middle, the node still stops. */
  NodeStop.Result run() throws StopRefused {
    context.progress().say(Messages.text("action.ending", saved.node()));
    NodeStop stop = new NodeStop(saved.release(), saved.probe(), notes::add);
    context.cancellation().by(stop::leave);
    return stop.stop(saved.stopTimeout(), false);
  }

  /** Returns notes for the user on the course of the stop. */
  List<String> notes() {
    return notes;
  }
}
