package dev.enit.grammar.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that every file of terms of the installed OTP is read as consult reads it. */
class InstalledFilesTest {
  private static final Pattern TERMS = Pattern.compile(".*\\.(app|appup|config|rel)");

  @Test
  void areReadAlike() throws Exception {
    List<Path> files = files();
    List<String> differences = new ArrayList<>();
    try (Consult consult = new Consult()) {
      for (Path file : files) {
        String difference = Agreement.difference(consult, Files.readAllBytes(file));
        if (!difference.isEmpty()) {
          differences.add(file + ": " + difference);
        }
      }
    }
    assertTrue(files.size() > 10, () -> "only " + files);
    assertEquals(List.of(), differences);
  }

  private static List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : List.of(Path.of("/usr/lib/erlang"), Path.of("/etc"), root())) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> all = Files.walk(root, 6)) {
          all.filter(path -> TERMS.matcher(path.toString()).matches())
              .filter(path -> root.startsWith("/usr") || path.toString().contains("erl"))
              .filter(Files::isReadable)
              .forEach(found::add);
        } catch (java.io.UncheckedIOException unreadable) {
          // A directory that we may not enter has nothing that we could read.
        }
      }
    }
    return found.stream().distinct().sorted().toList();
  }

  /** Returns the root of the OTP whose erl is on the path, without starting it. */
  private static Path root() throws IOException {
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path erl = Path.of(directory).resolve("erl");
      if (Files.isExecutable(erl)) {
        return erl.toRealPath().resolve("../..").normalize();
      }
    }
    return Path.of("/nowhere");
  }
}
