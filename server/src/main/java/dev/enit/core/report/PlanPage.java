package dev.enit.core.report;

import dev.enit.core.live.LiveState;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a reconfiguration as a Markdown page, from the followed state of the node and the
 * files as the editor has them. It asks no node.
 */
public final class PlanPage {
  private PlanPage() {}

  /** Returns the page; every line ends with a line feed. */
  public static String of(Workspace workspace, ReleaseKey key) {
    Release release = workspace.release(key);
    LiveState state = workspace.live(key);
    Optional<ReleaseDiff> diff = workspace.diff(key);
    StringBuilder page = new StringBuilder();
    if (diff.isPresent() && state instanceof LiveState.Online online) {
      String at = UnknownNode.time(online.pulse().at());
      line(page, Messages.text("page.plan", release.node().nodename(), at));
      line(page, "");
      page.append(of(diff.get()));
      errors(workspace, key, page);
    } else {
      line(
          page,
          UnknownNode.text(release, state)
              .orElseGet(() -> Messages.text("page.busy", release.node().nodename())));
    }
    return page.toString();
  }

  /** Returns the plan; every line ends with a line feed. */
  public static String of(ReleaseDiff diff) {
    StringBuilder page = new StringBuilder();
    LayerNames names = new LayerNames(diff.release().layers());
    new DiffText(
            text -> line(page, text),
            names,
            TextStyle.PLAIN,
            Optional.of(diff.release().config().secrets()))
        .print(diff);
    return page.toString();
  }

  private static void errors(Workspace workspace, ReleaseKey key, StringBuilder page) {
    List<?> errors = ErrorLines.errors(workspace, key);
    if (!errors.isEmpty()) {
      line(page, "");
      line(page, Messages.text("page.errors", key.name(), errors.size()));
    }
  }

  private static void line(StringBuilder page, String text) {
    page.append(text).append('\n');
  }
}
