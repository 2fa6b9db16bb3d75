package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests what only a separate process shows. */
final class ProcessTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static Process start(Map<String, String> environment, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("ENIT", enit());
    return builder.start();
  }

  private static String enit() {
    return "%s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp %s %s"
        .formatted(JAVA, System.getProperty("java.class.path"), Main.class.getName());
  }

  private static Outcome outcome(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private static Outcome shell(Map<String, String> environment, String script)
      throws IOException, InterruptedException {
    return outcome(start(environment, "sh", "-c", script));
  }

  @Test
  void aReaderThatGoesAwayIsNoError() throws IOException, InterruptedException {
    // The reader ends before anything is written to it.
    Outcome outcome = shell(Map.of(), "{ $ENIT explain; echo $? >&2; } | true");
    assertEquals("", outcome.stdout());
    assertEquals("141\n", outcome.stderr());
  }

  @Test
  void theStatusIsThatOfTheProcess() throws IOException, InterruptedException {
    List<String> statuses = new ArrayList<>();
    for (String arguments : List.of("-v", "explain nothing-like-it", "--frob", "frob")) {
      statuses.add(shell(Map.of(), "$ENIT " + arguments + "; echo $?").stdout().strip());
    }
    assertTrue(statuses.getFirst().matches("enit [0-9.]+\n0"), statuses.toString());
    assertEquals(List.of("1", "255", "255"), statuses.subList(1, 4));
  }

  @Test
  void textIsUtf8WhateverTheLocale() throws IOException, InterruptedException {
    Outcome outcome = shell(Map.of("LC_ALL", "C"), "$ENIT --help");
    assertTrue(outcome.stdout().startsWith("Usage: enit [OPTION …] COMMAND"), outcome.stdout());
  }

  @Test
  void theServerIsReachedWithAndWithoutOptions() throws IOException, InterruptedException {
    // Nothing to read: the client is gone before it began.
    Outcome plain = shell(Map.of(), "$ENIT lsp </dev/null");
    Outcome withOptions = shell(Map.of(), "$ENIT --otp /nowhere lsp --stdio </dev/null");
    assertEquals(new Outcome(1, "", ""), plain);
    assertEquals(plain, withOptions);
  }
}
