package dev.enit.core.node;

import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.ExternalTerm;
import dev.enit.core.posix.OpenFile;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A node that was started in the background and tells how far it is. The process is one of this
 * program at first and becomes the emulator; it outlives this program once it is left alone.
 */
public final class StartedProcess {
  private static final Duration BETWEEN_SIGNALS = Duration.ofSeconds(1);

  private final Process process;
  private final BlockingQueue<StartEvent> events = new LinkedBlockingQueue<>();

  private StartedProcess(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().name("progress").start(this::read);
  }

  /**
   * Starts a command that becomes an emulator with {@link Launcher#becomeDaemon}.
   *
   * @param directory where it looks at relative names
   * @param log what it writes is added to this file, which is open for the duration of the call
   * @param environment the variables that are other than ours
   */
  public static StartedProcess start(
      List<String> command, Path directory, OpenFile log, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.redirectError(Redirect.appendTo(log.path().toFile()));
    return new StartedProcess(builder.start());
  }

  public long pid() {
    return process.pid();
  }

  /** What the node tells next; empty where that takes too long. */
  public Optional<StartEvent> next(Deadline deadline) throws InterruptedException {
    return Optional.ofNullable(events.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Ends the wait in {@link #next}. */
  void giveUp() {
    events.add(new StartEvent.GivenUp());
  }

  /** With which status it has ended; empty where it runs at the deadline. */
  public OptionalInt status(Deadline deadline) throws InterruptedException {
    return process.waitFor(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /**
   * Ends it, in good order if it does so in time, else by force. Returns when it has ended.
   *
   * @return whether it went in good order
   */
  public boolean end(Deadline deadline) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended && !deadline.isOver()) {
      // Again and again: an emulator that has just begun does not hear the first one.
      process.destroy();
      try {
        Duration wait = deadline.remaining();
        ended =
            process.waitFor(
                Math.min(wait.toNanos(), BETWEEN_SIGNALS.toNanos()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (!ended) {
      process.destroyForcibly().onExit().join();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return ended;
  }

  private void read() {
    try (InputStream raw = process.getInputStream();
        DataInputStream in = new DataInputStream(raw)) {
      while (true) {
        byte[] message = in.readNBytes(in.readInt());
        // An empty one only asks whether anybody is there.
        if (message.length > 0) {
          StartEvent.of(ExternalTerm.decode(message, "")).ifPresent(events::add);
        }
      }
    } catch (EOFException e) {
      // It has told everything.
    } catch (IOException | RuntimeException e) {
      // What it says cannot be understood; that it is silent is all that can be told.
    } finally {
      events.add(new StartEvent.Silent());
    }
  }
}
