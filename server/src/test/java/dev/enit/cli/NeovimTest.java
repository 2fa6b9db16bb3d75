package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests a real Neovim with the plugin of {@code neovim-client}, the real server and a real node:
 * the scripts in {@code src/test/neovim} assert what they expect.
 */
@Tag("node")
class NeovimTest {
  private static final Path WALK = Path.of("src/test/neovim/walk");

  @TempDir private Path folder;

  @Test
  void walksFromAMistakeToAStoppedNode() throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process walk =
        new ProcessBuilder("sh", WALK.toString(), "nvim", program().toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(walk.waitFor(10, TimeUnit.MINUTES), () -> "the walk hangs: " + text(output));
    } finally {
      walk.destroy();
    }
    assertEquals(0, walk.exitValue(), () -> text(output));
  }

  /** Returns a script that runs as {@code enit} does, from the classes of this test. */
  private Path program() throws IOException {
    Path program = folder.resolve("enit");
    Files.writeString(
        program,
        """
        #!/bin/sh
        exec '%s' --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        '-Denit.erlang=%s' -cp '%s' %s "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("enit.erlang"),
                System.getProperty("java.class.path"),
                Main.class.getName()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  private static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
