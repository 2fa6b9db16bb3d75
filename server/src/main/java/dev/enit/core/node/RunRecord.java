package dev.enit.core.node;

import dev.enit.core.host.FileOwners;
import dev.enit.core.host.RegularFile;
import dev.enit.core.host.SecurePath;
import dev.enit.core.posix.OpenFile;
import dev.enit.core.posix.PosixException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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

  private static final int LONGEST = 64 * 1024;
  private static final int MODE = 0644;

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
    return begin(node, folder, FileOwners.ofThisProcess(environment, OptionalInt.empty()));
  }

  /** As {@link #begin(NodeIdentity, Map)}, in a folder in which others may replace files. */
  static int begin(NodeIdentity node, Path folder, FileOwners owners) throws IOException {
    String name = node.fileName() + ENDING;
    long pid = ProcessHandle.current().pid();
    String state = RUNNING + " " + Instant.now().getEpochSecond();
    List<String> lines =
        List.of(
            state + " ".repeat(LINE - state.length()),
            "pid " + pid,
            "process " + process(pid),
            "log " + output().map(Path::toString).orElse(""));
    try (OpenFile directory = SecurePath.directory(folder, owners)) {
      // Another file, not the same one: an older node may still write to that.
      String next = "." + name + "." + pid;
      removeIfExists(directory, next);
      deleteAtSignal(folder.resolve(next));
      try (OpenFile file = directory.create(next, MODE)) {
        file.changeMode(MODE);
        Files.write(file.path(), lines);
        directory.rename(next, name);
        deleteAtSignal(folder.resolve(name));
        return file.inherited();
      }
    }
  }

  /** An earlier process with this number may have been killed here. */
  private static void removeIfExists(OpenFile directory, String name) throws PosixException {
    try {
      directory.remove(name);
    } catch (PosixException e) {
      if (e.errno() != PosixException.ENOENT) {
        throw e;
      }
    }
  }

  /** Leaves no file where a signal ends this process before it becomes the node. */
  private static void deleteAtSignal(Path file) throws IOException {
    try {
      file.toFile().deleteOnExit();
    } catch (IllegalStateException e) {
      Files.deleteIfExists(file);
      throw new IOException("interrupted", e);
    }
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
        .flatMap(folder -> of(node, folder).stream())
        .max(java.util.Comparator.comparing(RunRecord::since));
  }

  /** Returns whether a process is the one of this run: by its number, and by its start. */
  boolean isOf(LocalProcess other) {
    return state.equals(RUNNING) && other.pid() == pid && process.equals(process(pid));
  }

  /** The record of the last run of a node in a folder. */
  static Optional<RunRecord> of(NodeIdentity node, Path folder) {
    return read(folder.resolve(node.fileName() + ENDING));
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
      byte[] bytes = RegularFile.readUnlinked(file, LONGEST);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
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
