package dev.enit.cli.config;

import dev.enit.cli.Shell;
import dev.enit.core.release.Release;
import dev.enit.core.report.ConfigSelection;
import dev.enit.core.report.ErlangConfig;
import java.util.List;

/** For programs in Erlang: one term behind the other, of one release behind the other. */
record ErlangText(Shell shell, ConfigSelection selection) implements ConfigShape {
  @Override
  public void one(Release release) {
    shell.out().print(ErlangConfig.of(release, selection));
  }

  @Override
  public void all(List<Release> releases) {
    releases.forEach(this::one);
  }
}
