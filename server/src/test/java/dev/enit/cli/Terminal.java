package dev.enit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command on a pseudo-terminal, which {@code script} of util-linux makes: keys go in, and what
 * the user sees comes out.
 */
public final class Terminal implements AutoCloseable {
  private static final long LONGEST_SECONDS = 90;

  private final Process process;
  private final OutputStream keyboard;
  private final InputStream screen;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  private Terminal(Process process) {
    this.process = process;
    this.keyboard = process.getOutputStream();
    this.screen = process.getInputStream();
  }

  /**
   * Runs a command.
   *
   * @param term what kind of terminal it is
   */
  public static Terminal of(ProcessBuilder command, String term) throws IOException {
    StringBuilder line = new StringBuilder("exec");
    command.command().forEach(word -> line.append(" '").append(word).append('\''));
    command.command(List.of("script", "-qec", line.toString(), "/dev/null"));
    command.environment().put("TERM", term);
    Terminal terminal = new Terminal(command.redirectErrorStream(true).start());
    Thread.ofVirtual().start(terminal::endLate);
    return terminal;
  }

  /** Ends a wait for output that does not come. */
  private void endLate() {
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Presses keys. */
  public void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  /**
   * Waits until something is seen that was not asked for before.
   *
   * @return what was seen up to then
   */
  public String await(String text) throws IOException {
    int from = seen.size();
    while (!since(from).contains(text)) {
      int read = screen.read();
      if (read < 0) {
        throw new AssertionError("`" + text + "` was not seen, but:\n" + all());
      }
      seen.write(read);
    }
    return since(from);
  }

  private String since(int from) {
    byte[] bytes = seen.toByteArray();
    return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
  }

  /** Everything that was seen. */
  public String all() {
    return since(0);
  }

  /** Returns the processes on the terminal. */
  public List<ProcessHandle> processes() {
    return process.descendants().toList();
  }

  /**
   * Waits until the command has ended.
   *
   * @return its exit status
   */
  public int awaitEnd() throws IOException, InterruptedException {
    screen.transferTo(seen);
    return process.waitFor();
  }

  @Override
  public void close() {
    processes().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
