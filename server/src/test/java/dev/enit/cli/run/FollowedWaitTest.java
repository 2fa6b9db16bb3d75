package dev.enit.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.UserError;
import dev.enit.cli.terminal.Output;
import dev.enit.core.config.ConfigMerge;
import dev.enit.core.config.EffectiveConfig;
import dev.enit.core.config.KnownSecrets;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.host.FileOwners;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.NodeLog;
import dev.enit.core.node.StartedProcess;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.posix.OpenFile;
import dev.enit.core.settings.HostFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests a signal at the moments around the start of a process. */
@Tag("node")
final class FollowedWaitTest {
  private static final EffectiveConfig NO_CONFIG =
      ConfigMerge.merge(List.of(), _ -> Map.of(), SecretKeys.COMMON);

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private FollowedWait following() {
    CommandContext shell =
        new CommandContext(
            folder,
            Map.of(),
            new ByteArrayInputStream(new byte[0]),
            new Output(new ByteArrayOutputStream()),
            new Output(err),
            false,
            HostFacts::ofThisHost);
    FileOwners owners = FileOwners.ofThisProcess(Map.of(), OptionalInt.empty());
    NodeLog log =
        new NodeLog(folder.resolve("log"), true, folder.resolve("usual"), Optional.empty(), owners);
    return new FollowedWait(log, Duration.ofSeconds(10), KnownSecrets.of(NO_CONFIG), "shop", shell);
  }

  private StartedProcess process() {
    try {
      try (OpenFile log = OpenFile.of(Files.createFile(folder.resolve("log")))) {
        return StartedProcess.start(List.of("sleep", "600"), folder, log, Map.of());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aProcessThatIsJustBeingStartedIsEnded() throws Exception {
    try (FollowedWait wait = following()) {
      Thread hook = new Thread(wait::interrupted);
      StartedProcess started =
          wait.begin(
              () -> {
                hook.start();
                return process();
              });
      hook.join();
      assertTrue(started.status(Deadline.in(Duration.ofSeconds(10))).isPresent());
      assertEquals("enit: interrupted: `shop` was stopped again\n", said());
    }
  }

  @Test
  void nothingIsStartedAfterASignal() throws Exception {
    try (FollowedWait wait = following()) {
      wait.interrupted();
      assertEquals("enit: interrupted: `shop` was not started\n", said());
      // The command does not go on: in a program that ends, this thread waits for the end.
      Thread.currentThread().interrupt();
      assertEquals(
          "interrupted: `shop` was not started",
          assertThrows(UserError.class, () -> wait.begin(this::process)).text());
      assertTrue(Thread.interrupted());
    }
  }

  /** The signal goes to the process group, and ends the helper that creates the process. */
  @Test
  void aSignalThatPreventsTheProcessIsNoFailure() throws Exception {
    try (FollowedWait wait = following()) {
      Thread command = Thread.currentThread();
      Thread hook =
          new Thread(
              () -> {
                wait.interrupted();
                command.interrupt();
              });
      assertEquals(
          "interrupted: `shop` was not started",
          assertThrows(
                  UserError.class,
                  () ->
                      wait.begin(
                          () -> {
                            hook.start();
                            throw LaunchRefused.withoutProcess(
                                "shop", new IOException("helper ended by signal 2"));
                          }))
              .text());
      assertTrue(Thread.interrupted());
      hook.join();
      assertEquals("enit: interrupted: `shop` was not started\n", said());
    }
  }
}
