package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Neovim goes to the definition of a key and gives it another name in two files. */
class NeovimNavigationTest {
  private static final Path SAMPLES = Path.of("").toAbsolutePath().resolveSibling("samples");

  @TempDir private Path folder;

  @Test
  void jumpsAndRenames() throws IOException, InterruptedException {
    Path tree = folder.toRealPath().resolve("tree");
    write(tree.resolve("var/lib/enit/web/release.enit"), "{release, web, [{vsn, \"1\"}]}.\n");
    Path first =
        write(tree.resolve("var/lib/enit/web/a.config"), "{shop, [{basket_timeout, 1}]}.\n");
    Path winner =
        write(
            tree.resolve("etc/enit/web/user.config"),
            "{node, [{cookie, \"hush\"}]}.\n{shop, [{x, 0}, {basket_timeout, 2}]}.\n");
    JsonObject seen = run(first, winner);
    assertEquals("2:18", seen.get("jumped").getAsString());
    assertEquals("{shop, [{'basket-ms', 1}]}.", seen.get("first").getAsString());
    assertEquals(
        "{node, [{cookie, \"hush\"}]}.\n{shop, [{x, 0}, {'basket-ms', 2}]}.",
        seen.get("winner").getAsString());
  }

  private JsonObject run(Path first, Path winner) throws IOException, InterruptedException {
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
                first.toString(),
                "-c",
                "luafile " + script()));
    neovim
        .environment()
        .putAll(
            Map.of(
                "ENIT", server().toString(),
                "ENIT_SEEN", seen.toString(),
                "ENIT_FIRST", first.toString(),
                "ENIT_WINNER", winner.toString(),
                "XDG_CONFIG_HOME", folder.toString(),
                "XDG_DATA_HOME", folder.toString(),
                "XDG_STATE_HOME", folder.toString(),
                "XDG_CACHE_HOME", folder.toString()));
    neovim.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = neovim.start();
    try {
      assertTrue(process.waitFor(150, TimeUnit.SECONDS), "Neovim hangs");
    } finally {
      process.destroyForcibly();
    }
    assertTrue(Files.exists(seen), () -> "Neovim saw nothing, see " + output);
    JsonObject result = JsonParser.parseString(Files.readString(seen)).getAsJsonObject();
    assertFalse(result.has("error"), result::toString);
    return result;
  }

  private Path server() throws IOException {
    Path program = folder.resolve("enit");
    Files.writeString(
        program,
        "#!/bin/sh\nexec '%s' --enable-native-access=ALL-UNNAMED -cp '%s' %s \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                ServerProcess.class.getName()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  private Path script() throws IOException {
    Path script = folder.resolve("navigation.lua");
    try (InputStream in = NeovimNavigationTest.class.getResourceAsStream("neovim_navigation.lua")) {
      return Files.write(script, Objects.requireNonNull(in).readAllBytes());
    }
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
