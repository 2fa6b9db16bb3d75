package dev.enit.core.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The process of this host that a node runs in, found by its arguments: also where epmd has
 * forgotten the node, and where nobody can connect to it.
 *
 * @param uid of the user that it runs as
 * @param nodename as the node was named, with or without a host
 * @param release the release that enit started it for; empty where somebody else started it
 */
public record LocalProcess(long pid, int uid, String nodename, Optional<String> release) {
  /** The argument by which an emulator of ours is known. */
  static final String RELEASE_FLAG = "-enit_release";

  /** The argument that says which of several releases of that name. */
  static final String DIRECTORY_FLAG = "-enit_release_dir";

  private static final Path PROCESSES = Path.of("/proc");
  private static final List<String> NAME_FLAGS = List.of("-sname", "-name");

  /** Emulators, and what becomes one. */
  private static final List<String> PROGRAMS = List.of("beam.smp", "erlexec", "erl");

  /** The process of a node of this host: {@code name@host}. */
  public static Optional<LocalProcess> of(String nodename) {
    return all().stream().filter(process -> process.isNamed(nodename)).findFirst();
  }

  /** The process with a number, where it is an emulator with distribution. */
  public static Optional<LocalProcess> of(long pid) {
    return read(PROCESSES.resolve(Long.toString(pid)));
  }

  /** All emulators with distribution. */
  public static List<LocalProcess> all() {
    List<LocalProcess> found = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      folders.forEach(folder -> read(folder).ifPresent(found::add));
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // A host that hides its processes has none for us.
      return found;
    }
    return found;
  }

  /** The release directory that it was started from, where enit has started it. */
  public Optional<Path> releaseDir() {
    try {
      Path arguments = PROCESSES.resolve(Long.toString(pid)).resolve("cmdline");
      return value(words(Files.readAllBytes(arguments)), DIRECTORY_FLAG).map(Path::of);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * The unit of systemd that runs it and waits for what it says of itself; empty where none does,
   * or that cannot be seen.
   */
  public Optional<String> unit() {
    Path folder = PROCESSES.resolve(Long.toString(pid));
    try {
      List<String> environment = words(Files.readAllBytes(folder.resolve("environ")));
      String group = Files.readString(folder.resolve("cgroup")).strip();
      String unit = group.substring(group.lastIndexOf('/') + 1);
      boolean isWatched = environment.stream().anyMatch(v -> v.startsWith("NOTIFY_SOCKET=/"));
      return isWatched && unit.endsWith(".service") ? Optional.of(unit) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether it is the node of this host with that full name. */
  boolean isNamed(String other) {
    return nodename.equals(other)
        || (nodename.indexOf('@') < 0 && other.startsWith(nodename + "@"));
  }

  private static Optional<LocalProcess> read(Path folder) {
    try {
      List<String> words = words(Files.readAllBytes(folder.resolve("cmdline")));
      Optional<String> name =
          NAME_FLAGS.stream().flatMap(flag -> value(words, flag).stream()).findFirst();
      if (name.isEmpty() || !isEmulator(words) || isElsewhere(folder)) {
        return Optional.empty();
      }
      int uid = (int) Files.getAttribute(folder, "unix:uid");
      long pid = Long.parseLong(folder.getFileName().toString());
      return Optional.of(new LocalProcess(pid, uid, name.get(), value(words, RELEASE_FLAG)));
    } catch (IOException e) {
      // It has ended meanwhile.
      return Optional.empty();
    }
  }

  private static List<String> words(byte[] cmdline) {
    return List.of(new String(cmdline, StandardCharsets.UTF_8).split("\0"));
  }

  private static Optional<String> value(List<String> words, String flag) {
    int at = words.indexOf(flag);
    return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
  }

  /** A shell that runs the script {@code erl} has its name behind its own. */
  private static boolean isEmulator(List<String> words) {
    return words.stream()
        .limit(2)
        .map(word -> word.substring(word.lastIndexOf('/') + 1))
        .anyMatch(PROGRAMS::contains);
  }

  /** Whether a process runs in a container of this host; its node is not one of this host. */
  private static boolean isElsewhere(Path folder) {
    try {
      Path namespace = Path.of("ns/pid");
      return !Files.readSymbolicLink(folder.resolve(namespace))
          .equals(Files.readSymbolicLink(PROCESSES.resolve("self").resolve(namespace)));
    } catch (IOException e) {
      // Closed to us, as the processes of others are.
      return false;
    }
  }
}
