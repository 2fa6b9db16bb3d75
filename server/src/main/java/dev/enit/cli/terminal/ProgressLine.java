package dev.enit.cli.terminal;

import dev.enit.core.text.TerminalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A line with the progress of an operation, replaced by each update; on terminals only. */
public final class ProgressLine {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final String AGAIN = "\r\u001b[K";

  private final Output out;
  private final boolean isTerminal;

  private ProgressLine(Output out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  /** Returns a progress line on the standard error. */
  public static ProgressLine on(Output err) {
    return new ProgressLine(err, isTerminal());
  }

  /** Shows a text in the place of the one before it. */
  public synchronized void show(String text) {
    if (isTerminal) {
      out.steer(AGAIN);
      out.print(TerminalText.harmless(text));
      out.flush();
    }
  }

  /** Says something that stays, also where there is no terminal. */
  public synchronized void say(String text) {
    clear();
    out.line("enit: " + TerminalText.harmless(text));
    out.flush();
  }

  /** Takes away what was shown last. */
  public synchronized void clear() {
    if (isTerminal) {
      out.steer(AGAIN);
      out.flush();
    }
  }

  private static boolean isTerminal() {
    try {
      Path file = Files.readSymbolicLink(STANDARD_ERROR);
      return file.startsWith("/dev/pts") || file.toString().startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
