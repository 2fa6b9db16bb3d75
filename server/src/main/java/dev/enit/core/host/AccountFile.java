package dev.enit.core.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** The entries of {@code /etc/passwd} or {@code /etc/group}, read again when the file changes. */
final class AccountFile {
  /** The index of the field with the number, in passwd(5) and group(5). */
  static final int ID = 2;

  /** The index of the field with the primary group in passwd(5), or the members in group(5). */
  static final int GROUP = 3;

  private final Path file;
  private State state = new State(FileTime.fromMillis(-1), List.of());

  private record State(FileTime read, List<List<String>> entries) {}

  AccountFile(Path file) {
    this.file = file;
  }

  /** Returns the names in the order of the file, or none if it cannot be read. */
  List<String> names() {
    return entries().stream().map(List::getFirst).toList();
  }

  /** Returns the fields of all entries in the order of the file, or none if it cannot be read. */
  synchronized List<List<String>> entries() {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      if (!changed.equals(state.read)) {
        state = new State(changed, read());
      }
    } catch (IOException e) {
      state = new State(FileTime.fromMillis(-1), List.of());
    }
    return state.entries;
  }

  private List<List<String>> read() throws IOException {
    // A name may contain any byte; in latin-1 each byte is a character.
    return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.indexOf(':') > 0 && "#+-".indexOf(line.charAt(0)) < 0)
        .map(line -> List.of(line.split(":", -1)))
        .toList();
  }
}
