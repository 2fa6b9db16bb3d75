package dev.enit.core.check.node;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.Release;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reports the name of another host after the {@code @}: other nodes will not find the node there.
 */
public final class OtherHost implements Check.OfRelease {
  /** The names of every host for itself; nodes of the same host can connect by them. */
  private static final Set<String> LOCAL = Set.of("localhost", "ip6-localhost");

  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    if (!Deployed.isDeployed(release)) {
      return;
    }
    String here = context.host().shortName();
    WrittenNodeName.of(release)
        .filter(name -> name.shape().flaw().isEmpty() && !name.shape().isLong())
        .filter(name -> name.shape().host().filter(host -> isOther(host, here)).isPresent())
        .map(name -> diagnostic(name, here))
        .ifPresent(report);
  }

  private static boolean isOther(String host, String here) {
    return !host.equalsIgnoreCase(here) && !LOCAL.contains(host);
  }

  private static Diagnostic diagnostic(WrittenNodeName name, String here) {
    String host = name.shape().host().orElseThrow();
    return name.replacedBy(
        name.shape().name(),
        Diagnostic.of(DiagnosticCode.OTHER_HOST, name.place(), host, here, name.shape().name()));
  }
}
