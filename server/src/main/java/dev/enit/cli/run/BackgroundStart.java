package dev.enit.cli.run;

import dev.enit.cli.Arguments;
import dev.enit.cli.Main;
import dev.enit.cli.RunningSide;
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
import dev.enit.core.release.Release;
import dev.enit.core.release.Roots;
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

/** The start of a release in the background, as a command line asks for it. */
final class BackgroundStart {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final String CRASH_DUMP = "ERL_CRASH_DUMP";

  private final Arguments arguments;
  private final Shell shell;
  private final StartOptions options;
  private final Duration timeout;

  private BackgroundStart(
      Arguments arguments, Shell shell, StartOptions options, Duration timeout) {
    this.arguments = arguments;
    this.shell = shell;
    this.options = options;
    this.timeout = timeout;
  }

  static Shape options(Shape shape) {
    return StartOptions.shape(shape).option("SECONDS", "--timeout").option("FILE", "--log");
  }

  /**
   * Reads the options.
   *
   * @throws StatedError where one of them is wrong
   */
  static BackgroundStart of(Arguments arguments, Shell shell) {
    Duration timeout = RunningSide.patience(arguments, TIMEOUT);
    return new BackgroundStart(arguments, shell, StartOptions.of(arguments), timeout);
  }

  /** Makes sure that the log can be written, before anything is stopped for it. */
  void check(Ready ready) {
    try {
      log(ready).check();
    } catch (LaunchRefused refused) {
      throw StatedError.of("cli.error.as-it-is", refused.text());
    }
  }

  /** Returns when every application runs, and has said so. */
  void start(Ready ready) {
    Release release = ready.release();
    NodeLog log = log(ready);
    begin(log, ready);
    // Somebody waits: where nothing else is said, the first failure is the answer.
    LaunchOptions with = options.with(ready.settings(), Retries.NONE);
    StartedProcess process = spawn(release, with, log);
    new StartWait(ready, process, log, shell).until(Deadline.in(timeout));
    Said.line(
        arguments,
        shell,
        "cli.start.done",
        release.name(),
        release.node().nodename(),
        process.pid(),
        shell.shown(log.file()));
  }

  private NodeLog log(Ready ready) {
    return arguments
        .value("--log")
        .map(file -> new NodeLog(shell.path(file)))
        .orElseGet(() -> NodeLog.of(ready.release().name(), shell.environment()));
  }

  private static void begin(NodeLog log, Ready ready) {
    try {
      log.begin(
          Messages.text(
              "cli.start.log",
              OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
              ready.release().name(),
              ready.release().node().nodename()));
    } catch (LaunchRefused refused) {
      throw StatedError.of("cli.error.as-it-is", refused.text());
    }
    log.prepareCrashDump(ready.launcher().runAs());
  }

  private StartedProcess spawn(Release release, LaunchOptions with, NodeLog log) {
    List<String> words = new ArrayList<>(List.of("startfg", StartfgCommand.DAEMON));
    Roots roots = release.key().roots();
    words.addAll(List.of("--release-dir", roots.releaseDir().toString()));
    roots.configDir().ifPresent(dir -> words.addAll(List.of("--config-dir", dir.toString())));
    for (String option : List.of("--otp", "--lib-dir")) {
      arguments.values(option).forEach(value -> words.addAll(List.of(option, value)));
    }
    words.addAll(StartOptions.words(with));
    words.addAll(List.of("--", release.name()));
    Map<String, String> environment = new HashMap<>();
    if (shell.environment().getOrDefault(CRASH_DUMP, "").isEmpty()) {
      environment.put(CRASH_DUMP, log.crashDump().toString());
    }
    try {
      List<String> command = OwnCommand.of(Main.class, words);
      return StartedProcess.start(command, shell.directory(), log.file(), environment);
    } catch (IOException e) {
      throw StatedError.of("cli.start.no-process", release.name(), String.valueOf(e.getMessage()));
    }
  }
}
