package dev.enit.cli.config;

import dev.enit.cli.command.CommandContext;
import dev.enit.core.release.Release;
import dev.enit.core.report.ConfigSelection;
import dev.enit.core.report.ErlangConfig;
import java.util.List;

/** For programs in Erlang: one term after the other, of one release after the other. */
record ErlangConfigText(CommandContext context, ConfigSelection selection, boolean secrets)
    implements ConfigFormat {
  @Override
  public void one(Release release) {
    context.out().print(ErlangConfig.of(release, selection, secrets));
  }

  @Override
  public void all(List<Release> releases) {
    releases.forEach(this::one);
  }
}
