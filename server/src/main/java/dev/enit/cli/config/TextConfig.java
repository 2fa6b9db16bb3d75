package dev.enit.cli.config;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.Style;
import dev.enit.core.release.Release;
import dev.enit.core.report.AnnotatedConfig;
import dev.enit.core.report.ConfigPage;
import dev.enit.core.report.ConfigSelection;
import java.util.List;

/** Effective configurations as text, the places less prominent than the values. */
record TextConfig(CommandContext context, Style style, ConfigSelection selection, boolean secrets) {
  void print(List<Release> releases) {
    String separator = "";
    for (Release release : releases) {
      context.out().print(separator);
      var rows = AnnotatedConfig.of(release, selection, secrets, context::shown);
      ConfigPage.lines(rows).forEach(line -> context.out().line(styled(line)));
      separator = "\n";
    }
  }

  private String styled(ConfigPage.Line line) {
    return switch (line.kind()) {
      case FACT -> style.bold(line.left()) + line.right();
      case SECTION, EMPTY -> style.bold(line.left());
      case VALUE -> line.left() + style.dim(line.right());
      case OVERRIDDEN, DEFAULT -> style.dim(line.left() + line.right());
    };
  }
}
