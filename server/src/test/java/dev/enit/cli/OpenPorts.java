package dev.enit.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The TCP sockets of a process, as the system knows them. */
final class OpenPorts {
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String ESTABLISHED = "01";
  private static final String LISTENING = "0A";

  private OpenPorts() {}

  /** Returns the addresses on which a process takes connections. */
  static List<String> listening(long pid) throws IOException {
    return inState(pid, LISTENING);
  }

  /** Returns the near ends of the connections of a process. */
  static List<String> connected(long pid) throws IOException {
    return inState(pid, ESTABLISHED);
  }

  private static List<String> inState(long pid, String state) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    Set<String> own = sockets(process);
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : Files.readAllLines(process.resolve(table))) {
        String[] fields = line.strip().split(" +", -1);
        if (fields[STATE].equals(state) && own.contains(fields[INODE])) {
          addresses.add(fields[1]);
        }
      }
    }
    return addresses;
  }

  private static Set<String> sockets(Path process) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : open) {
        try {
          String target = Files.readSymbolicLink(file).toString();
          if (target.startsWith("socket:[")) {
            inodes.add(target.substring("socket:[".length(), target.length() - 1));
          }
        } catch (java.nio.file.NoSuchFileException e) {
          // Closed meanwhile.
        }
      }
    }
    return inodes;
  }
}
