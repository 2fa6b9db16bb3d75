package dev.enit.cli.command;

import dev.enit.core.text.Messages;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The definition of a command for the parser; its text is in the catalogue under {@code
 * cli.NAME.…}. Built without annotations, so that picocli needs no reflection at the start.
 */
public final class CommandDefinition {
  /** The options of every command, with the names of their values. */
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

  /** Returns a command without parameters, with the options that every command has. */
  public static CommandDefinition command(String name) {
    return command(name, "-h", "--help");
  }

  /** Returns the same for a command that uses {@code -h} for something else. */
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

  /** Returns whether every command has an option. */
  public static boolean isGlobal(OptionSpec option) {
    return option.usageHelp()
        || GLOBAL.stream().anyMatch(global -> global.getFirst().equals(option.longestName()));
  }

  /** Adds an option without a value. */
  public CommandDefinition flag(String... names) {
    OptionSpec.Builder option = OptionSpec.builder(names).type(boolean.class).arity("0");
    spec.addOption(option.description(text(key(names))).build());
    return this;
  }

  /** Adds an option with a value; of several values the last one counts. */
  public CommandDefinition option(String value, String... names) {
    add("cli." + name + ".option.", value, names);
    return this;
  }

  /** Adds an option that the help does not show, for other programs. */
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

  /** Adds a flag that the help does not show. */
  public CommandDefinition hiddenFlag(String optionName) {
    spec.addOption(
        OptionSpec.builder(optionName).type(boolean.class).arity("0").hidden(true).build());
    return this;
  }

  /** Adds parameters; their number is an interval such as {@code 0..*}. */
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

  /** Returns the definition for the parser. */
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

  /** Returns the lines of a text, with per cent signs doubled since picocli formats them. */
  public static String[] text(String key) {
    return Messages.text(key).replace("%", "%%").split("\n", -1);
  }
}
