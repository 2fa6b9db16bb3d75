package dev.enit.lsp.action;

import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.Doing;

/**
 * Something that is done with the node of a release, by the files on the disk: the same that the
 * command line would do.
 */
public interface Action {
  /** The name by which its words stand in the catalogue. */
  String name();

  /**
   * Does it, on a thread of its own.
   *
   * @throws Refused before anything is begun
   * @throws java.util.concurrent.CancellationException likewise, where a person does not want it
   */
  ActionResult run(Doing doing) throws Refused;

  /** As {@link #run}, with a refusal as its result. */
  default ActionResult result(Doing doing) {
    try {
      return run(doing);
    } catch (Refused refused) {
      return refused.result();
    }
  }
}
