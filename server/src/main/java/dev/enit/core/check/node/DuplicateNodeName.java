package dev.enit.core.check.node;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.section.BrokenForms;
import dev.enit.core.config.NodeKey;
import dev.enit.core.release.Release;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports two releases of one directory with the same node name: they cannot run at the same time.
 */
public final class DuplicateNodeName implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Optional<WrittenNodeName> name = sound(release);
    if (name.isEmpty()) {
      return;
    }
    List<Release> others =
        context.releasesWithNodeOf(release).stream()
            .filter(other -> sound(other).isPresent())
            .toList();
    if (!others.isEmpty()) {
      report.accept(diagnostic(release, name.get(), others));
    }
  }

  private static Diagnostic diagnostic(
      Release release, WrittenNodeName name, List<Release> others) {
    Diagnostic diagnostic =
        Diagnostic.of(
            DiagnosticCode.DUPLICATE_NODE_NAME,
            name.place(),
            release.node().nodename(),
            others.getFirst().name());
    for (Release other : others) {
      diagnostic = diagnostic.related(sound(other).orElseThrow().place(), "other", other.name());
    }
    return diagnostic;
  }

  /** Returns the node name of a release, or empty if it is uncertain or invalid. */
  private static Optional<WrittenNodeName> sound(Release release) {
    return WrittenNodeName.of(release)
        .filter(name -> !BrokenForms.mention(release, NodeKey.NODENAME.key()))
        .filter(name -> name.shape().flaw().isEmpty() && !name.shape().isLong());
  }
}
