package dev.enit.cli.config;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.cli.command.NamedRelease;
import dev.enit.cli.command.ReleaseFinder;
import dev.enit.cli.command.UserError;
import dev.enit.cli.terminal.JsonOutput;
import dev.enit.cli.terminal.Style;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.AnnotatedConfig;
import dev.enit.core.report.ConfigPage;
import dev.enit.core.report.ConfigSelection;
import dev.enit.core.report.ErlangConfig;
import dev.enit.core.report.ReleaseObstacle;
import dev.enit.core.text.NearestName;
import dev.enit.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@code enit config}: the effective configuration, each value with its source. */
public final class ConfigCommand implements Command {
  private enum Format {
    TEXT,
    JSON,
    ERLANG
  }

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("config")
        .option("FORMAT", "--format")
        .flag("--all")
        .flag("--defaults")
        .flag(GlobalOptions.SHOW_SECRETS)
        .flag("-m", "--match")
        .parameters("RELEASE", "0..1")
        .parameters("APP", "0..1")
        .parameters("KEY", "0..1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    Format format = arguments.choice("--format", Format.class);
    List<String> parameters = arguments.parameters();
    if (arguments.has("--all")) {
      return all(format, arguments, context);
    }
    if (parameters.isEmpty()) {
      throw UserError.usage("cli.config.no-release");
    }
    Release release = NamedRelease.of(arguments, context).whole();
    ConfigSelection selection = selection(arguments, parameters);
    requireSelected(selection, release);
    print(format, selection, List.of(release), arguments, context);
    return ExitStatus.DONE;
  }

  /** Prints every release that can be read, and the errors of the others. */
  private static int all(Format format, Arguments arguments, CommandContext context) {
    if (!arguments.parameters().isEmpty()) {
      throw UserError.usage("cli.config.all-or-one", arguments.parameters().getFirst());
    }
    Workspace workspace = context.workspace(arguments).snapshot();
    ReleaseFinder finder = new ReleaseFinder(workspace, arguments, context);
    List<Release> intact = new ArrayList<>();
    List<UserError> errors = new ArrayList<>();
    for (ReleaseKey key : finder.all()) {
      Optional<ReleaseObstacle> obstacle = ReleaseObstacle.of(workspace, key);
      obstacle.ifPresentOrElse(
          o -> errors.add(NamedRelease.broken(o, key, context)),
          () -> intact.add(workspace.release(key)));
    }
    print(format, selection(arguments, List.of()), intact, arguments, context);
    context.out().flush();
    errors.forEach(error -> context.err().line("enit: " + error.text()));
    context.err().flush();
    return errors.isEmpty() ? ExitStatus.DONE : ExitStatus.ERROR;
  }

  private static void print(
      Format format,
      ConfigSelection selection,
      List<Release> releases,
      Arguments arguments,
      CommandContext context) {
    boolean secrets = GlobalOptions.showsSecrets(arguments, context);
    switch (format) {
      case TEXT -> {
        Style style = GlobalOptions.style(arguments, context);
        String separator = "";
        for (Release release : releases) {
          context.out().print(separator);
          var rows = AnnotatedConfig.of(release, selection, secrets, context::shown);
          ConfigPage.lines(rows).forEach(line -> context.out().line(styled(line, style)));
          separator = "\n";
        }
      }
      case JSON -> {
        JsonConfig json = new JsonConfig(context, selection, secrets);
        List<JsonConfig.Document> documents = releases.stream().map(json::document).toList();
        JsonOutput.print(
            arguments.has("--all") ? new JsonConfig.All(documents) : documents.getFirst(),
            context.out());
      }
      case ERLANG ->
          releases.forEach(
              release -> context.out().print(ErlangConfig.of(release, selection, secrets)));
    }
  }

  /** Returns a line in which sources are less prominent than values. */
  private static String styled(ConfigPage.Line line, Style style) {
    return switch (line.kind()) {
      case FACT -> style.bold(line.left()) + line.right();
      case SECTION, EMPTY -> style.bold(line.left());
      case VALUE -> line.left() + style.dim(line.right());
      case OVERRIDDEN, DEFAULT -> style.dim(line.left() + line.right());
    };
  }

  private static ConfigSelection selection(Arguments arguments, List<String> parameters) {
    return new ConfigSelection(
        parameters.stream().skip(1).findFirst(),
        parameters.stream().skip(2).findFirst(),
        arguments.has("--defaults"));
  }

  /** Throws an error if the selected section or key does not exist. */
  private static void requireSelected(ConfigSelection selection, Release release) {
    if (selection.application().isEmpty() || !selection.sections(release).isEmpty()) {
      return;
    }
    String application = selection.application().get();
    ConfigSelection section = new ConfigSelection(selection.application(), Optional.empty(), true);
    List<String> keys =
        section.values(release, application).stream().map(value -> value.key()).toList();
    if (selection.key().isEmpty() || keys.isEmpty()) {
      throw unknown("application", application, release, release.config().applications());
    }
    throw unknown("key", selection.key().get(), release, keys);
  }

  private static UserError unknown(
      String what, String name, Release release, Collection<String> names) {
    String key = "cli.config.unknown-" + what;
    return NearestName.one(name, names)
        .map(near -> UserError.of(key + ".near", name, release.name(), near))
        .orElseGet(() -> UserError.of(key, name, release.name(), String.join(", ", names)));
  }
}
