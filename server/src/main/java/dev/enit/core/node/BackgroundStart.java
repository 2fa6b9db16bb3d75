package dev.enit.core.node;

import dev.enit.core.release.Release;
import dev.enit.core.settings.Settings;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The start of a release in the background: the process that becomes its emulator, and the log that
 * it writes. {@link StartWait} follows it.
 */
public final class BackgroundStart {
  private static final String CRASH_DUMP = "ERL_CRASH_DUMP";

  /** The time that an emulator may take for its dump; with 0 it writes none. */
  private static final String NO_DUMP = "ERL_CRASH_DUMP_SECONDS";

  private final Launcher launcher;
  private final NodeLog log;
  private final Surroundings surroundings;

  /**
   * What the process is started with.
   *
   * @param settings that were made expressly
   * @param directory where it looks at relative names
   * @param environment of this program, or what shall count as that
   */
  public record Surroundings(
      DaemonCommand command, Settings settings, Path directory, Map<String, String> environment) {
    public Surroundings {
      environment = Map.copyOf(environment);
    }
  }

  /** A start of a release that has been looked at. */
  public BackgroundStart(Launcher launcher, NodeLog log, Surroundings surroundings) {
    this.launcher = launcher;
    this.log = log;
    this.surroundings = surroundings;
  }

  /**
   * Starts the process. Where no process follows it, it ends by itself, and so does the node.
   *
   * @throws LaunchRefused where the log cannot be written or there is no process
   */
  public StartedProcess begin(LaunchOptions options) throws LaunchRefused {
    Release release = launcher.release();
    String line =
        Messages.text(
            "start.log",
            OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
            release.name(),
            release.node().nodename());
    List<String> words =
        surroundings.command().words(release.key(), surroundings.settings(), options);
    try (NodeLog.Opened opened = log.begin(line + "\n")) {
      return StartedProcess.start(words, surroundings.directory(), opened.file(), environment());
    } catch (IOException e) {
      throw LaunchRefused.withoutProcess(release.name(), e);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(surroundings.environment());
    if (environment.getOrDefault(CRASH_DUMP, "").isEmpty()) {
      log.prepareCrashDump()
          .ifPresentOrElse(
              dump -> environment.put(CRASH_DUMP, dump.toString()),
              () -> environment.put(NO_DUMP, "0"));
    }
    return environment;
  }
}
