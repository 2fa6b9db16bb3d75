package dev.enit.core.node;

import dev.enit.core.node.wire.Network;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A process of this host that a node runs in, or that is about to become one, found by its
 * arguments: also where epmd has forgotten the node, and where nothing can connect to it.
 *
 * @param uid the user that it runs as: its real one, which a setuid program does not change
 * @param nodename as the node was named, with or without a host; empty where that is not said yet
 * @param arguments what they say of the node's identity
 * @param epmdPort of the name server that it registers with; empty where that cannot be seen
 * @param isEmulator whether it is one by now
 * @param program the name of the program that it really runs; empty where that cannot be seen
 * @param started when it began, in clock ticks since the boot; -1 where that cannot be seen
 * @param isElsewhere whether it is in a container or under another root directory: its directories
 *     are not those of this host
 */
public record LocalProcess(
    long pid,
    int uid,
    String nodename,
    NodeArguments arguments,
    OptionalInt epmdPort,
    boolean isEmulator,
    Optional<String> program,
    long started,
    boolean isElsewhere) {
  private static final Path PROCESSES = Path.of("/proc");
  private static final Path SELF = PROCESSES.resolve("self");
  private static final List<String> NAME_FLAGS = List.of("sname", "name");

  private static final String EMULATOR = "beam.smp";

  /** What becomes an emulator; it starts the name server before that. */
  private static final List<String> LAUNCHERS = List.of("erlexec", "erl");

  /** What may run a process that becomes an emulator: enit, a launcher of OTP, or its script. */
  private static final Set<String> BEFORE =
      Set.of("java", "erlexec", "sh", "dash", "bash", "busybox");

  /** Runs the programs of another kind of processor, under their own arguments. */
  private static final String QEMU = "qemu-";

  /** What the kernel appends to the path of a program whose file was replaced meanwhile. */
  private static final String DELETED = " (deleted)";

  private static final int START_TIME = 19;

  /** How enit is called to become an emulator in the background, behind its main class. */
  private static final List<String> DAEMON = List.of("startfg", "--daemon");

  /** The process with a number, where it is an emulator with distribution or becomes one. */
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

  /** Returns whether processes of other users can be seen: the first one is never ours. */
  static boolean areAllVisible() {
    return Files.exists(PROCESSES.resolve("1"));
  }

  /** The release that enit started it for; empty where something else started it. */
  public Optional<String> release() {
    return arguments.release();
  }

  /** Returns whether enit started it from a release directory of this host. */
  public boolean isOf(Path releaseDir) {
    DirectoryIdentity directory = DirectoryIdentity.of(releaseDir);
    return !isElsewhere && arguments.releaseDir().filter(directory::isSame).isPresent();
  }

  /** The name of the user that it runs as, or the number of one without a name. */
  String user() {
    try {
      Path folder = PROCESSES.resolve(Long.toString(pid));
      // The folder of a process that cannot be looked into belongs to root.
      if (Files.getAttribute(folder, "unix:uid").equals(uid)) {
        return Files.getOwner(folder).getName();
      }
    } catch (IOException e) {
      // It has ended meanwhile.
    }
    return Integer.toUnsignedString(uid);
  }

  /**
   * Returns whether the program fits the arguments: an emulator, or what becomes one. A process
   * gives itself any arguments, and a setuid program runs as root with those of its caller. What
   * cannot be seen counts as fitting.
   */
  boolean isPlausible() {
    return program.isEmpty()
        || program.get().equals(EMULATOR)
        || program.get().startsWith(QEMU)
        || (!isEmulator && BEFORE.contains(program.get()));
  }

  /** When it began; long ago where that cannot be seen. */
  Instant start() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .orElse(Instant.EPOCH);
  }

  /** How long it has run. */
  Duration age() {
    return Duration.between(start(), Instant.now());
  }

  /**
   * The unit of systemd that runs it and waits for what it says of itself; empty where none does,
   * or that cannot be seen.
   */
  public Optional<String> unit() {
    Path folder = PROCESSES.resolve(Long.toString(pid));
    try {
      List<String> environment = words(folder.resolve("environ"));
      String group = Files.readString(folder.resolve("cgroup")).strip();
      String unit = group.substring(group.lastIndexOf('/') + 1);
      boolean isWatched = environment.stream().anyMatch(v -> v.startsWith("NOTIFY_SOCKET=/"));
      return isWatched && unit.endsWith(".service") ? Optional.of(unit) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The name without the host, which is what a name server knows. */
  String alive() {
    int at = nodename.indexOf('@');
    return at < 0 ? nodename : nodename.substring(0, at);
  }

  private static Optional<LocalProcess> read(Path folder) {
    try {
      List<String> words = words(folder.resolve("cmdline"));
      Map<String, List<String>> flags =
          isErlang(words) ? NodeArguments.flags(words) : daemonFlags(words);
      String name =
          NAME_FLAGS.stream()
              .flatMap(flag -> flags.getOrDefault(flag, List.of()).stream())
              .findFirst()
              .orElse("");
      NodeArguments arguments = NodeArguments.of(flags);
      boolean isNode = !name.isEmpty() || (arguments.isOfEnit() && !isErlang(words));
      if (!isNode || isOther(folder, "net")) {
        return Optional.empty();
      }
      return Optional.of(
          new LocalProcess(
              Long.parseLong(folder.getFileName().toString()),
              uid(folder),
              name,
              arguments,
              epmdPort(arguments, folder),
              program(words.getFirst()).equals(EMULATOR),
              executable(folder),
              started(folder),
              isOther(folder, "pid") || isUnderOtherRoot(folder)));
    } catch (IOException e) {
      // It has ended meanwhile.
      return Optional.empty();
    }
  }

  /** The real user; the folder of a process that made itself unreadable belongs to root. */
  private static int uid(Path folder) throws IOException {
    for (String line : Files.readAllLines(folder.resolve("status"), StandardCharsets.ISO_8859_1)) {
      if (line.startsWith("Uid:")) {
        return Integer.parseUnsignedInt(line.split("\\s+", -1)[1]);
      }
    }
    throw new IOException("no user in " + folder);
  }

  private static Optional<String> executable(Path folder) {
    try {
      String name = program(Files.readSymbolicLink(folder.resolve("exe")).toString());
      return Optional.of(
          name.endsWith(DELETED) ? name.substring(0, name.length() - DELETED.length()) : name);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long started(Path folder) {
    try {
      String stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
      return fields.length > START_TIME ? Long.parseLong(fields[START_TIME]) : -1;
    } catch (IOException | NumberFormatException e) {
      return -1;
    }
  }

  private static OptionalInt epmdPort(NodeArguments arguments, Path folder) {
    if (arguments.epmdPort().isPresent()) {
      return arguments.epmdPort();
    }
    try {
      Map<String, String> environment = new HashMap<>();
      for (String variable : words(folder.resolve("environ"))) {
        int end = variable.indexOf('=');
        if (end > 0) {
          environment.putIfAbsent(variable.substring(0, end), variable.substring(end + 1));
        }
      }
      return OptionalInt.of(Network.of("", environment).epmdPort());
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static List<String> words(Path file) throws IOException {
    Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    return List.of(new String(Files.readAllBytes(file), names).split("\0"));
  }

  /** A shell that runs the script {@code erl} has its name behind its own. */
  private static boolean isErlang(List<String> words) {
    return words.stream()
        .limit(2)
        .map(LocalProcess::program)
        .anyMatch(program -> program.equals(EMULATOR) || LAUNCHERS.contains(program));
  }

  private static String program(String word) {
    return word.substring(word.lastIndexOf('/') + 1);
  }

  /** What the emulator will have, of a process of this program that becomes one. */
  private static Map<String, List<String>> daemonFlags(List<String> words) {
    int at = java.util.Collections.indexOfSubList(words, DAEMON);
    int end = words.lastIndexOf("--");
    if (at < 1 || !words.get(at - 1).equals(SelfCommand.MAIN_CLASS) || end + 1 >= words.size()) {
      return Map.of();
    }
    Map<String, List<String>> flags = new HashMap<>();
    flags.put(NodeArguments.RELEASE, List.of(words.get(end + 1)));
    flags.put(NodeArguments.CONFIG_DIR, List.of());
    for (int i = at; i + 1 < end; i++) {
      switch (words.get(i)) {
        case "--release-dir" -> flags.put(NodeArguments.RELEASE_DIR, List.of(words.get(i + 1)));
        case "--config-dir" -> flags.put(NodeArguments.CONFIG_DIR, List.of(words.get(i + 1)));
        default -> {}
      }
    }
    return flags;
  }

  /** Returns whether a process has another namespace of a kind than this one. */
  private static boolean isOther(Path folder, String kind) {
    try {
      Path namespace = Path.of("ns", kind);
      return !Files.readSymbolicLink(folder.resolve(namespace))
          .equals(Files.readSymbolicLink(SELF.resolve(namespace)));
    } catch (IOException e) {
      // Closed to us, as the processes of others are.
      return false;
    }
  }

  private static boolean isUnderOtherRoot(Path folder) {
    try {
      return !Files.isSameFile(folder.resolve("root"), SELF.resolve("root"));
    } catch (IOException e) {
      // Closed to us, as well.
      return false;
    }
  }
}
