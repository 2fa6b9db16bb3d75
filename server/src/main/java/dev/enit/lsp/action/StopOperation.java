package dev.enit.lsp.action;

import dev.enit.core.node.NodeStop;
import dev.enit.core.node.StopRefused;
import dev.enit.core.text.Messages;
import dev.enit.lsp.session.ActionContext;
import java.util.ArrayList;
import java.util.List;

/** The stop of a node, waited for until its process has ended. */
final class StopOperation {
  private final ActionContext doing;
  private final ReleaseOnDisk saved;
  private final List<String> notes = new ArrayList<>();

  StopOperation(ActionContext doing, ReleaseOnDisk saved) {
    this.doing = doing;
    this.saved = saved;
  }

  /** Stops it; cancelled in the middle, it goes on stopping. */
  NodeStop.Result run() throws StopRefused {
    doing.progress().say(Messages.text("action.ending", saved.node()));
    NodeStop stop = new NodeStop(saved.release(), saved.probe(), notes::add);
    doing.cancellation().by(stop::leave);
    return stop.stop(saved.stopTimeout(), false);
  }

  /** What a person should know of how it went. */
  List<String> notes() {
    return notes;
  }
}
