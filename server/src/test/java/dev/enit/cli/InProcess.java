package dev.enit.cli;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.Output;
import dev.enit.core.host.Accounts;
import dev.enit.core.settings.HostFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command line that runs in this process, on a host that is the same everywhere. */
public final class InProcess {
  public static final HostFacts HOST = new HostFacts("cluster02", new Known());

  private InProcess() {}

  public static Outcome run(
      Path directory,
      Map<String, String> environment,
      byte[] stdin,
      boolean isTerminal,
      List<String> arguments) {
    return run(HOST, directory, environment, stdin, isTerminal, arguments);
  }

  public static Outcome run(
      HostFacts host,
      Path directory,
      Map<String, String> environment,
      byte[] stdin,
      boolean isTerminal,
      List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CommandContext shell =
        new CommandContext(
            directory,
            environment,
            new ByteArrayInputStream(stdin),
            new Output(out),
            new Output(err),
            isTerminal,
            () -> host);
    int status =
        new CommandDispatcher(Main.commands()).run(shell, arguments.toArray(String[]::new));
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private record Known() implements Accounts {
    private static final List<String> NAMES = List.of("relex", "root");

    @Override
    public Optional<Boolean> hasUser(String name) {
      return Optional.of(NAMES.contains(name));
    }

    @Override
    public Optional<Boolean> hasGroup(String name) {
      return Optional.of(NAMES.contains(name));
    }

    @Override
    public List<String> users() {
      return NAMES;
    }

    @Override
    public List<String> groups() {
      return NAMES;
    }
  }
}
