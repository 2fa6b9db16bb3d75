package dev.enit.core.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** The names in {@code /etc/passwd} or {@code /etc/group}, read again when the file has changed. */
final class AccountFile {
  private final Path file;
  private State state = new State(FileTime.fromMillis(-1), List.of());

  private record State(FileTime read, List<String> names) {}

  AccountFile(Path file) {
    this.file = file;
  }

  /** The names in the order of the file; none where it cannot be read. */
  synchronized List<String> names() {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      if (!changed.equals(state.read)) {
        state = new State(changed, read());
      }
    } catch (IOException e) {
      state = new State(FileTime.fromMillis(-1), List.of());
    }
    return state.names;
  }

  private List<String> read() throws IOException {
    // Names may hold any byte; each byte is a letter of latin-1.
    return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.indexOf(':') > 0 && "#+-".indexOf(line.charAt(0)) < 0)
        .map(line -> line.substring(0, line.indexOf(':')))
        .toList();
  }
}
