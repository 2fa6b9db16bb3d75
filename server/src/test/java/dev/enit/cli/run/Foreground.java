package dev.enit.cli.run;

import dev.enit.cli.EnitHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A node in the foreground, as a process of the test, and what it has written so far. */
final class Foreground {
  private final Process process;
  private final BufferedReader out;
  private final StringBuilder written = new StringBuilder();

  private Foreground(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static Foreground start(EnitHost host, String release, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("startfg", release));
    words.addAll(List.of(options));
    return start(host.command(words.toArray(String[]::new)));
  }

  /** In another directory than that of the host. */
  static Foreground start(EnitHost host, Path directory, String release) throws IOException {
    String tree = host.folder().resolve("var/lib/enit").toString();
    ProcessBuilder builder = host.command("startfg", release, "--release-dir", tree);
    return start(builder.directory(directory.toFile()));
  }

  static Foreground start(ProcessBuilder builder) throws IOException {
    return new Foreground(builder.redirectErrorStream(true).start());
  }

  /** Waits for a line with a text in it. */
  Foreground until(String text) throws IOException {
    String line;
    do {
      line = out.readLine();
      if (line == null) {
        throw new IOException("`" + text + "` did not come:\n" + written);
      }
      written.append(line).append('\n');
    } while (!line.contains(text));
    return this;
  }

  long pid() {
    return process.pid();
  }

  Process process() {
    return process;
  }

  /** Waits for the end, and answers with the status. */
  int status() throws IOException, InterruptedException {
    out.lines().forEach(line -> written.append(line).append('\n'));
    return process.waitFor();
  }

  String written() {
    return written.toString();
  }
}
