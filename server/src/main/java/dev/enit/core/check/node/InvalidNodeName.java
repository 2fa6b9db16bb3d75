package dev.enit.core.check.node;

import dev.enit.core.check.Check;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Problem;
import dev.enit.core.release.Release;
import dev.enit.core.workspace.Workspace;
import java.util.Optional;
import java.util.function.Consumer;

/** A node name that the distribution refuses. */
public final class InvalidNodeName implements Check.OfRelease {
  @Override
  public void check(Release release, Workspace workspace, Consumer<Problem> report) {
    Optional<NodeName> name = NodeName.of(release);
    Optional<String> flaw = name.flatMap(known -> known.shape().flaw());
    if (name.isPresent() && flaw.isPresent()) {
      Problem problem =
          Problem.of(
              DiagnosticCode.INVALID_NODE_NAME,
              name.get().place(),
              name.get().text(),
              name.get().text().length());
      report.accept(problem.variant(name.get().setting().isPresent() ? flaw.get() : "default"));
    }
  }
}
