package dev.enit.cli.command;

import dev.enit.core.text.Messages;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The shape of a command, put together by name: all its words stand in the catalogue under {@code
 * cli.NAME.…}. Built without annotations, so that no class is reflected over at the start.
 */
public final class CommandDefinition {
  /** Options that every command takes, with the name of their value. */
  private static final List<List<String>> GLOBAL =
      List.of(
          List.of("--release-dir", "DIR"),
          List.of("--config-dir", "DIR"),
          List.of("--otp", "DIR"),
          List.of("--lib-dir", "DIR"),
          List.of("--color", "WHEN"));

  private final String name;
  private final CommandSpec spec;

  private CommandDefinition(String name, CommandSpec spec) {
    this.name = name;
    this.spec = spec;
  }

  /** A command without parameters and with no options but those that every command has. */
  public static CommandDefinition command(String name) {
    return command(name, "-h", "--help");
  }

  /** As {@link #command(String)}, for one that has another use for an option that asks for help. */
  public static CommandDefinition command(String name, String... help) {
    CommandDefinition shape = new CommandDefinition(name, CommandSpec.create().name(name));
    for (List<String> global : GLOBAL) {
      shape.add("cli.option.", global.getLast(), global.getFirst());
    }
    shape.spec.addOption(
        OptionSpec.builder(help)
            .usageHelp(true)
            .type(boolean.class)
            .arity("0")
            .description(text("cli.option.help"))
            .build());
    return shape;
  }

  /** Whether an option is one that every command has. */
  public static boolean isGlobal(OptionSpec option) {
    return option.usageHelp()
        || GLOBAL.stream().anyMatch(global -> global.getFirst().equals(option.longestName()));
  }

  /** An option without a value. */
  public CommandDefinition flag(String... names) {
    OptionSpec.Builder option = OptionSpec.builder(names).type(boolean.class).arity("0");
    spec.addOption(option.description(text(key(names))).build());
    return this;
  }

  /** An option with a value; of several the last one counts. */
  public CommandDefinition option(String value, String... names) {
    add("cli." + name + ".option.", value, names);
    return this;
  }

  /** As {@link #option}, but not in the help: for what other programs pass. */
  public CommandDefinition hiddenOption(String value, String optionName) {
    spec.addOption(
        OptionSpec.builder(optionName)
            .type(String.class)
            .arity("1")
            .paramLabel(value)
            .hidden(true)
            .build());
    return this;
  }

  /** As {@link #flag}, but not in the help. */
  public CommandDefinition hiddenFlag(String optionName) {
    spec.addOption(
        OptionSpec.builder(optionName).type(boolean.class).arity("0").hidden(true).build());
    return this;
  }

  /** What stands behind the options: how many, such as {@code 0..*}. */
  public CommandDefinition parameters(String label, String arity) {
    String key = "cli." + name + ".parameter." + label.toLowerCase(java.util.Locale.ROOT);
    int index = spec.positionalParameters().size();
    spec.addPositional(
        PositionalParamSpec.builder()
            .index(arity.endsWith("*") ? index + "..*" : Integer.toString(index))
            .type(arity.endsWith("*") ? List.class : String.class)
            .auxiliaryTypes(String.class)
            .paramLabel(label)
            .arity(arity)
            .required(!arity.startsWith("0"))
            .description(text(key))
            .build());
    return this;
  }

  /** For the parser. */
  public CommandSpec spec() {
    return spec;
  }

  public String name() {
    return name;
  }

  private void add(String prefix, String value, String... names) {
    String key = prefix + bare(names);
    spec.addOption(
        OptionSpec.builder(names)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel(value)
            .description(text(key))
            .build());
  }

  private String key(String... names) {
    return "cli." + name + ".option." + bare(names);
  }

  private static String bare(String... names) {
    return names[names.length - 1].replaceFirst("^-+", "");
  }

  /** Picocli formats what it prints: a per cent sign must be doubled. */
  public static String[] text(String key) {
    return Messages.text(key).replace("%", "%%").split("\n", -1);
  }
}
