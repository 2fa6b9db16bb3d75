package dev.enit.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A receiver of datagrams on a local socket, as systemd and syslog have one; Java has no such
 * sockets. It is a separate process, which ends with {@link #close}, and with this JVM at the
 * latest.
 */
public final class Listener implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  private Listener(Process process) throws IOException {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"listening".equals(lines.readLine())) {
      throw new IOException("the socket cannot be opened");
    }
  }

  /**
   * Listens.
   *
   * @param address a path, or a name after an at sign
   * @param folder for the compiled listener
   */
  public static Listener on(String address, Path folder) throws IOException, InterruptedException {
    String source = "src/test/resources/node/listen.erl";
    new ProcessBuilder("erlc", "-o", folder.toString(), source).inheritIO().start().waitFor();
    return new Listener(
        new ProcessBuilder(
                "erl",
                "-noshell",
                "-boot",
                "no_dot_erlang",
                "-pa",
                folder.toString(),
                "+fnu",
                "-run",
                "listen",
                "start",
                address)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Returns what is received up to and with the first datagram that is the last one wanted. */
  public List<String> until(Predicate<String> last) throws IOException {
    List<String> received = new ArrayList<>();
    String line;
    do {
      line = lines.readLine();
      if (line == null) {
        throw new IOException("nothing more comes: " + received);
      }
      received.add(line);
    } while (!last.test(line));
    return received;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
