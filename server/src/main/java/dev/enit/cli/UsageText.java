package dev.enit.cli;

import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.terminal.Style;
import dev.enit.core.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The text of {@code --help}: the options of the command first, then those of all commands. */
final class UsageText {
  private static final int WIDTH = 100;

  private UsageText() {}

  /** Gives the help of a command its words and its order. */
  static void describe(CommandSpec spec, String name) {
    UsageMessageSpec usage = spec.usageMessage();
    usage.width(WIDTH);
    usage.customSynopsis(Messages.text("cli." + name + ".synopsis"));
    usage.synopsisHeading(Messages.text("cli.help.usage") + " ");
    usage.header(CommandDefinition.text("cli." + name + ".about"));
    usage.description(CommandDefinition.text("cli." + name + ".description"));
    usage.descriptionHeading("%n");
    usage.parameterListHeading("%n");
    usage.commandListHeading("%n" + Messages.text("cli.help.commands") + "%n");
    usage.footer(CommandDefinition.text("cli." + name + ".footer"));
    usage.footerHeading("%n");
    usage.sectionKeys(
        List.of(
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            "own",
            "global",
            UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
            UsageMessageSpec.SECTION_KEY_FOOTER));
    Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>(usage.sectionMap());
    sections.put("own", help -> options(help, "cli.help.options", false));
    sections.put("global", help -> options(help, "cli.help.global", true));
    usage.sectionMap(sections);
  }

  /** Returns the help as text. */
  static String of(CommandLine command, Style style) {
    Help.Ansi ansi = style == Style.COLOURED ? Help.Ansi.ON : Help.Ansi.OFF;
    return command.getUsageMessage(Help.defaultColorScheme(ansi));
  }

  private static String options(Help help, String heading, boolean global) {
    List<OptionSpec> shown =
        help.commandSpec().options().stream()
            .filter(option -> !option.hidden() && CommandDefinition.isGlobal(option) == global)
            .toList();
    if (shown.isEmpty()) {
      return "";
    }
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(shown, help.parameterLabelRenderer());
    return "\n" + Messages.text(heading) + "\n" + layout;
  }
}
