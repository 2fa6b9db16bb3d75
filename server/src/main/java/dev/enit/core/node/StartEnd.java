package dev.enit.core.node;

import dev.enit.core.text.Messages;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How the start of a release in the background ended. */
public sealed interface StartEnd {
  /** Every application runs. */
  record Running() implements StartEnd {}

  /** The node is gone again. */
  sealed interface NotRunning extends StartEnd {
    /**
     * One line: what went wrong.
     *
     * @param log the name of the log for the user
     */
    String message(String release, String log);
  }

  /** The node has ended itself, and said why. */
  record Stopped(String reason) implements NotRunning {
    @Override
    public String message(String release, String log) {
      return Messages.text("start.stopped", release, reason, log);
    }
  }

  /**
   * The node has ended without a word to us.
   *
   * @param status of the process; empty where it had to be ended
   * @param lastWords the last line in its log, empty where there is none
   */
  record Silent(OptionalInt status, String lastWords) implements NotRunning {
    private static final String OURS = "enit: ";

    @Override
    public String message(String release, String log) {
      if (lastWords.startsWith(OURS)) {
        // It was not the emulator yet.
        return Messages.text("start.refused", lastWords.substring(OURS.length()), log);
      }
      String ended =
          status.isPresent() ? Integer.toString(status.getAsInt()) : Messages.text("start.killed");
      return lastWords.isEmpty()
          ? Messages.text("start.silent", release, ended, log)
          : Messages.text("start.last-words", release, ended, lastWords, log);
    }
  }

  /**
   * It took too long, and was stopped.
   *
   * @param starting what was being started last
   * @param failed what had failed last
   */
  record Late(
      Duration allowed, Optional<StartEvent.Starting> starting, Optional<StartEvent.Failed> failed)
      implements NotRunning {
    @Override
    public String message(String release, String log) {
      long seconds = allowed.toSeconds();
      if (failed.isPresent()) {
        String application = failed.get().application();
        String reason = failed.get().reason();
        return Messages.text("start.late.failed", release, seconds, application, reason, log);
      }
      return starting
          .map(now -> Messages.text("start.late.in", release, seconds, now.application(), log))
          .orElseGet(() -> Messages.text("start.late", release, seconds, log));
    }
  }

  /** The start was cancelled, and the node was stopped. */
  record Cancelled() implements NotRunning {
    @Override
    public String message(String release, String log) {
      return Messages.text("start.cancelled", release);
    }
  }
}
