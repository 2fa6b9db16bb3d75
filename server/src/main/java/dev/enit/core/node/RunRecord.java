package dev.enit.core.node;

import dev.enit.core.posix.Descriptors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of the last run of a node, beside its usual log: which process it was, and whether it
 * stopped. The process that becomes the node writes it; {@code enit_run} in the node keeps its
 * first line up to date, through the open file.
 *
 * @param state {@code running}, {@code stopped} or {@code failed}
 * @param since when that was so last
 * @param process what tells its process from any other, on any host
 * @param log that it wrote to; empty for one in the foreground
 */
record RunRecord(
    Path file, String state, Instant since, long pid, String process, Optional<Path> log) {
  private static final String ENDING = ".run";
  private static final String RUNNING = "running";
  private static final String FAILED = "failed";

  /** Of the first line without its end, as in {@code enit_run.erl}. */
  private static final int LINE = 31;

  private static final Path PROCESSES = Path.of("/proc");
  private static final int START_TIME = 19;

  /**
   * Begins the record of this process.
   *
   * @return the number of the open file, which outlives an exec
   * @throws IOException where it cannot be written
   */
  static int begin(NodeIdentity node, Map<String, String> environment) throws IOException {
    Path folder = Files.createDirectories(NodeLog.folder(environment));
    Path file = folder.resolve(node.fileName() + ENDING);
    long pid = ProcessHandle.current().pid();
    String state = RUNNING + " " + Instant.now().getEpochSecond();
    List<String> lines =
        List.of(
            state + " ".repeat(LINE - state.length()),
            "pid " + pid,
            "process " + process(pid),
            "log " + output().map(Path::toString).orElse(""));
    // Another file, not the same one: an older node may still write to that.
    Path next = Files.createTempFile(folder, node.fileName(), ENDING);
    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
    Files.write(next, lines);
    Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return Descriptors.toWrite(file);
  }

  /** Where the standard error goes, if that is a file. */
  private static Optional<Path> output() throws IOException {
    Path standardError = PROCESSES.resolve("self/fd/2");
    return Files.isRegularFile(standardError)
        ? Optional.of(Files.readSymbolicLink(standardError))
        : Optional.empty();
  }

  /** The record of the last run of a node, as far as there is one that can be read. */
  static Optional<RunRecord> of(NodeIdentity node, Map<String, String> environment) {
    return NodeLog.folders(environment).stream()
        .flatMap(folder -> read(folder.resolve(node.fileName() + ENDING)).stream())
        .max(java.util.Comparator.comparing(RunRecord::since));
  }

  /** Returns whether a process is the one of this run: by its number, and by its start. */
  boolean isOf(LocalProcess other) {
    return state.equals(RUNNING) && other.pid() == pid && process.equals(process(pid));
  }

  /** How the process ended, where it has ended and did not stop in good order. */
  Optional<UnexpectedEnd> end() {
    boolean isFailed = state.equals(FAILED);
    return isFailed || (state.equals(RUNNING) && isGone())
        ? Optional.of(new UnexpectedEnd(pid, since, isFailed, log))
        : Optional.empty();
  }

  /** Its process has ended, and the one who wanted that knows. */
  static void forget(NodeIdentity node, Map<String, String> environment, long pid) {
    of(node, environment).filter(record -> record.pid == pid).ifPresent(RunRecord::delete);
  }

  /** As {@link #forget(NodeIdentity, Map, long)}, by the name of the node's usual files. */
  static void forget(Path usual, long pid) {
    read(usual.resolveSibling(usual.getFileName() + ENDING))
        .filter(record -> record.pid == pid)
        .ifPresent(RunRecord::delete);
  }

  private void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The next start writes another one.
    }
  }

  /** Nothing is known of a process that may be hidden, or that another container has. */
  private boolean isGone() {
    String[] parts = process.split(" ", -1);
    return LocalProcess.areAllVisible()
        && parts.length == 3
        && parts[0].equals(namespace())
        && !process.equals(process(pid));
  }

  /** The namespace of its number, the boot of the host, its start; a number may come again. */
  private static String process(long pid) {
    return namespace()
        + " "
        + text(PROCESSES.resolve("sys/kernel/random/boot_id"))
        + " "
        + start(pid);
  }

  private static String namespace() {
    try {
      return Files.readSymbolicLink(PROCESSES.resolve("self/ns/pid")).toString();
    } catch (IOException e) {
      return "?";
    }
  }

  /** In clock ticks since the boot; empty for one that has ended. */
  private static String start(long pid) {
    String stat = text(PROCESSES.resolve(Long.toString(pid)).resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    boolean isThere = fields.length > START_TIME && !"ZX".contains(fields[0]);
    return isThere ? fields[START_TIME] : "";
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static Optional<RunRecord> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      Map<String, String> values = new HashMap<>();
      for (String line : lines) {
        int end = line.indexOf(' ');
        if (end > 0) {
          values.put(line.substring(0, end), line.substring(end + 1).strip());
        }
      }
      String state = lines.getFirst().split(" ", 2)[0];
      String log = values.getOrDefault("log", "");
      return Optional.of(
          new RunRecord(
              file,
              state,
              Instant.ofEpochSecond(Long.parseLong(values.getOrDefault(state, ""))),
              Long.parseLong(values.getOrDefault("pid", "")),
              values.getOrDefault("process", ""),
              log.isEmpty() ? Optional.empty() : Optional.of(Path.of(log))));
    } catch (IOException
        | NumberFormatException
        | InvalidPathException
        | java.util.NoSuchElementException e) {
      // There is none, or none that says anything.
      return Optional.empty();
    }
  }
}
