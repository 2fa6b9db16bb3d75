package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Neovim with the configuration of the samples, and the real server. */
class NeovimTest {
  private static final Path SAMPLES = Path.of("").toAbsolutePath().resolveSibling("samples");

  @TempDir private Path folder;

  @Test
  void showsFindingsAndHoversAndCompletes() throws IOException, InterruptedException {
    Path seen = folder.resolve("seen.json");
    Path output = folder.resolve("output.txt");
    ProcessBuilder neovim =
        new ProcessBuilder(
            List.of(
                "nvim",
                "--headless",
                "-n",
                "-i",
                "NONE",
                "-u",
                SAMPLES.resolve("neovim/init.lua").toString(),
                SAMPLES.resolve("broken/etc/enit/missing_comma/user.config").toString(),
                "-c",
                "luafile " + script()));
    neovim.environment().putAll(environment(seen));
    neovim.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = neovim.start();
    try {
      assertTrue(process.waitFor(150, TimeUnit.SECONDS), () -> "Neovim hangs: " + text(output));
    } finally {
      process.destroyForcibly();
    }
    assertTrue(Files.exists(seen), () -> "Neovim saw nothing: " + text(output));
    JsonObject result = JsonParser.parseString(text(seen)).getAsJsonObject();
    assertFalse(result.has("error"), () -> result + text(output));
    assertEquals("[\"5:30 EN101 1\"]", result.get("findings").toString());
    assertTrue(result.get("message").getAsString().contains("comma"));
    assertEquals("    {sasl_error_logger, false},", result.get("repaired").getAsString());
    String hover = result.get("hover").getAsString();
    assertTrue(hover.contains("frozzle_timeout") && hover.contains("6000"), hover);
    assertEquals(
        "    {frozzle_timeout, 6001},        % user.config:21",
        result.get("effective").getAsString());
    assertEquals(
        "    {applications, [sasl, runtime_tools, relex_application, crypto]}",
        result.get("completed").getAsString());
    assertEquals("[\"crypto Module\"]", result.get("offered").toString());
    assertEquals("0\n".repeat(result.get("clients").getAsInt()), text(folder.resolve("statuses")));
  }

  private Map<String, String> environment(Path seen) throws IOException {
    return Map.of(
        "ENIT", server().toString(),
        "ENIT_SEEN", seen.toString(),
        "ENIT_OTHER", SAMPLES.resolve("relex/etc/enit/relex/user.config").toString(),
        "ENIT_RELEASE", SAMPLES.resolve("relex/var/lib/enit/relex/release.enit").toString(),
        "XDG_CONFIG_HOME", folder.toString(),
        "XDG_DATA_HOME", folder.toString(),
        "XDG_STATE_HOME", folder.toString(),
        "XDG_CACHE_HOME", folder.toString());
  }

  /** What Neovim starts as {@code enit}; it notes with which status the server ends. */
  private Path server() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path program = folder.resolve("enit");
    Files.writeString(
        program,
        """
        #!/bin/sh
        '%s' --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
        echo $? >> '%s'
        """
            .formatted(
                java,
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                folder.resolve("statuses")));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  private Path script() throws IOException {
    Path script = folder.resolve("neovim.lua");
    try (InputStream in = NeovimTest.class.getResourceAsStream("neovim.lua")) {
      Files.write(script, Objects.requireNonNull(in).readAllBytes());
    }
    return script;
  }

  private static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
