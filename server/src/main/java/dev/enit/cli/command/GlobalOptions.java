package dev.enit.cli.command;

import dev.enit.cli.terminal.Style;
import dev.enit.core.settings.Settings;
import dev.enit.core.settings.SettingsFile;
import dev.enit.core.settings.SettingsSources;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What every command takes: where to look, and whether to colour. */
public final class GlobalOptions {
  private enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Shows values that are masked otherwise. */
  public static final String SHOW_SECRETS = "--show-secrets";

  private GlobalOptions() {}

  /**
   * Returns whether secrets are to be shown.
   *
   * @throws UserError if the output is no terminal: it may end up in a file or a log
   */
  public static boolean showsSecrets(Arguments arguments, CommandContext context) {
    boolean shown = arguments.has(SHOW_SECRETS);
    if (shown && !context.isTerminal()) {
      throw UserError.of("cli.error.secrets-no-terminal", SHOW_SECRETS);
    }
    return shown;
  }

  /** The settings that the options name; the environment and the files come behind them. */
  public static Settings settings(Arguments arguments, CommandContext context) {
    return new Settings(
        arguments.value("--release-dir").map(context::path),
        arguments.value("--config-dir").map(context::path),
        arguments.value("--otp").map(context::path),
        arguments.values("--lib-dir").stream().map(context::path).toList());
  }

  /**
   * Returns the style by the option, {@code ENIT_COLOR}, or {@code {color, When}} of the nearest
   * {@code enit.config}; by default, a terminal gets colours unless {@code NO_COLOR} is set.
   */
  public static Style style(Arguments arguments, CommandContext context) {
    When when = Arguments.choice("--color", arguments.value("--color"), When.class);
    if (arguments.value("--color").isEmpty()) {
      Optional<String> variable =
          Optional.ofNullable(context.environment().get("ENIT_COLOR")).filter(v -> !v.isEmpty());
      when =
          variable.isPresent()
              ? Arguments.choice("ENIT_COLOR", variable, When.class)
              : configured(context);
    }
    return Style.of(
        switch (when) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> wantsColours(context);
        });
  }

  private static boolean wantsColours(CommandContext context) {
    return context.isTerminal()
        && context.environment().getOrDefault("NO_COLOR", "").isEmpty()
        && !context.environment().getOrDefault("TERM", "").equals("dumb");
  }

  /** Returns the setting of a file, which is read only if the output is a terminal. */
  private static When configured(CommandContext context) {
    Optional<Path> file = SettingsSources.nearest(context.directory());
    if (file.isEmpty()) {
      return When.AUTO;
    }
    try {
      for (Form form : TermParser.parse(SettingsFile.text(file.get())).forms()) {
        if (form.term() instanceof Term.Tuple(var _, var pair)
            && pair.size() == 2
            && pair.get(0) instanceof Term.Atom(var _, String key)
            && key.equals("color")
            && pair.get(1) instanceof Term.Atom(var _, String word)) {
          return Arguments.choice(context.shown(file.get()), Optional.of(word), When.class);
        }
      }
    } catch (IOException e) {
      // As unreadable to us as it is to the settings: it says nothing.
    }
    return When.AUTO;
  }
}
