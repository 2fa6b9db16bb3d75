package dev.enit.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.cli.InProcess;
import dev.enit.cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a working directory that every user can change decides nothing. */
final class SafePlacesTest {
  private static final String REFUSAL = "every user can write to `";

  @TempDir Path folder;

  @BeforeEach
  void open() throws IOException {
    folder = folder.toRealPath();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path web = Files.createDirectories(folder.resolve("var/lib/enit/web"));
    Files.writeString(
        web.resolve("release.enit"), "{release, web, [{vsn, \"1\"}, {applications, [kernel]}]}.");
    Files.writeString(web.resolve("defaults.config"), "{node, [{cookie, \"c\"}]}.");
  }

  private Outcome run(String... arguments) {
    Map<String, String> environment = Map.of("PATH", System.getenv("PATH"));
    return InProcess.run(folder, environment, new byte[0], false, List.of(arguments));
  }

  private void otp(String otp) throws IOException {
    Files.writeString(folder.resolve("enit.config"), "{otp, \"%s\"}.".formatted(otp));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "restart", "remsh", "reconfigure"})
  void aTreeThatIsHereIsRefused(String command) {
    Outcome outcome = run(command, "web");
    assertEquals(1, outcome.status(), outcome.toString());
    String start = "enit: `var/lib/enit` is not safe to use: " + REFUSAL + folder + "`";
    assertTrue(outcome.stderr().startsWith(start), outcome.stderr());
    assertTrue(outcome.stderr().contains("{safe_dirs, [\"" + folder), outcome.stderr());
  }

  @Test
  void theProgramOfAnEnitConfigIsRefused() throws IOException {
    otp("evil");
    Files.writeString(folder.resolve("f"), "");
    for (List<String> words :
        List.of(
            List.of("startfg", "web", "--release-dir", "var/lib/enit"),
            List.of("start", "./var/lib/enit/web"),
            List.of("tracefile", "f"))) {
      Outcome outcome = run(words.toArray(String[]::new));
      assertEquals(1, outcome.status(), outcome.toString());
      assertTrue(outcome.stderr().startsWith("enit: `enit.config` is not safe"), outcome.stderr());
    }
  }

  @Test
  void whatOptionsNameIsUsed() throws IOException {
    otp("evil");
    Outcome outcome =
        run("stop", "web", "--release-dir", "var/lib/enit", "--otp", "/usr/lib/erlang");
    assertTrue(!outcome.stderr().contains(REFUSAL), outcome.stderr());
  }
}
