package dev.enit.lsp.action;

import dev.enit.lsp.session.ActionContext;
import dev.enit.lsp.session.ActionResult;

/**
 * Something that is done with the node of a release, by the files on the disk: the same that the
 * command line would do.
 */
public interface ReleaseAction {
  /** The name by which its words stand in the catalogue. */
  String name();

  /**
   * Does it, on a thread of its own.
   *
   * @throws ActionRefused before anything is begun
   * @throws java.util.concurrent.CancellationException likewise, where a person does not want it
   */
  ActionResult run(ActionContext doing) throws ActionRefused;

  /** As {@link #run}, with a refusal as its result. */
  default ActionResult result(ActionContext doing) {
    try {
      return run(doing);
    } catch (ActionRefused refused) {
      return refused.result();
    }
  }
}
