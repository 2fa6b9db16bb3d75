package dev.enit.cli.run;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.Main;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.core.config.LaunchSettings.Retries;
import dev.enit.core.node.LaunchOptions;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.NodeLog;
import dev.enit.core.node.OwnCommand;
import dev.enit.core.node.StartedProcess;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code enit start}: a release in the background, until it runs or has failed. */
public final class StartCommand implements Command {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final String CRASH_DUMP = "ERL_CRASH_DUMP";
  private static final List<String> GLOBAL =
      List.of("--release-dir", "--config-dir", "--otp", "--lib-dir", "--color");

  @Override
  public Shape shape() {
    return options(Shape.command("start"));
  }

  static Shape options(Shape shape) {
    return StartOptions.shape(shape).option("SECONDS", "--timeout").option("FILE", "--log");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    StartOptions given = StartOptions.of(arguments);
    Duration timeout = StartOptions.seconds(arguments, "--timeout").orElse(TIMEOUT);
    Ready ready = Ready.of(arguments, shell);
    // Somebody waits: where nothing else is said, the first failure is the answer.
    LaunchOptions options = given.with(ready.settings(), Retries.NONE);
    NodeLog log = log(ready, arguments, shell);
    StartedProcess process = spawn(ready, options, log, arguments, shell);
    new StartWait(ready, process, log, shell).until(Deadline.in(timeout));
    shell
        .out()
        .line(
            Messages.text(
                "cli.start.done",
                ready.release().name(),
                ready.release().node().nodename(),
                process.pid(),
                shell.shown(log.file())));
    return ExitStatus.DONE;
  }

  private static NodeLog log(Ready ready, Arguments arguments, Shell shell) {
    String release = ready.release().name();
    NodeLog log =
        arguments
            .value("--log")
            .map(file -> new NodeLog(shell.path(file)))
            .orElseGet(() -> NodeLog.of(release, shell.environment()));
    try {
      log.begin(
          Messages.text(
              "cli.start.log",
              OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
              release,
              ready.release().node().nodename()));
    } catch (LaunchRefused refused) {
      throw StatedError.of("cli.error.as-it-is", refused.text());
    }
    log.prepareCrashDump(ready.launcher().runAs());
    return log;
  }

  private static StartedProcess spawn(
      Ready ready, LaunchOptions options, NodeLog log, Arguments arguments, Shell shell) {
    List<String> words = new ArrayList<>(List.of("startfg", StartfgCommand.DAEMON));
    for (String option : GLOBAL) {
      arguments.values(option).forEach(value -> words.addAll(List.of(option, value)));
    }
    words.addAll(StartOptions.words(options));
    words.addAll(List.of("--", ready.release().key().folder().toString()));
    Map<String, String> environment = new HashMap<>();
    if (shell.environment().getOrDefault(CRASH_DUMP, "").isEmpty()) {
      environment.put(CRASH_DUMP, log.crashDump().toString());
    }
    try {
      return StartedProcess.start(OwnCommand.of(Main.class, words), log.file(), environment);
    } catch (IOException e) {
      throw StatedError.of(
          "cli.start.no-process", ready.release().name(), String.valueOf(e.getMessage()));
    }
  }
}
