package dev.enit.core.node;

import dev.enit.core.host.ClosedDirectories;
import dev.enit.core.host.FileOwners;
import dev.enit.core.host.SecurePath;
import dev.enit.core.posix.FileStatus;
import dev.enit.core.posix.NameService.UserEntry;
import dev.enit.core.posix.OpenFile;
import dev.enit.core.posix.ProcessIdentity;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The file that a node in the background writes to, and where its crash dump goes. Other users may
 * write to the directories of both: they are reached by {@link SecurePath}.
 *
 * @param isNamed whether the user named the file; the usual one gets the folders that it lacks
 * @param usual the usual folder with the name of the node's files
 * @param runAs another user that the node runs as
 * @param owners the users to whom directories on the way may belong
 */
public record NodeLog(
    Path file, boolean isNamed, Path usual, Optional<RunAs> runAs, FileOwners owners) {
  private static final Path OF_THE_HOST = Path.of("/var/log/enit");
  private static final int LONGEST_TAIL = 8 * 1024;
  private static final int TAIL_LINES = 20;
  private static final String LOG = ".log";
  private static final String DUMP = ".crash_dump";

  /** Its lines are for those who run the node. */
  private static final int MODE = 0640;

  private static final int OWN_FOLDER = 0700;

  /**
   * The log while a start begins. Who reads it where it is a FIFO sees no end before the node
   * writes.
   */
  record Opened(OpenFile file, OutputStream writer) implements AutoCloseable {
    private static Opened with(String line, OpenFile file) throws IOException {
      try {
        OutputStream writer = Files.newOutputStream(file.path(), StandardOpenOption.APPEND);
        try {
          writer.write(line.getBytes(StandardCharsets.UTF_8));
          return new Opened(file, writer);
        } catch (IOException e) {
          writer.close();
          throw e;
        }
      } catch (IOException e) {
        file.close();
        throw e;
      }
    }

    @Override
    public void close() {
      try (file) {
        writer.close();
      } catch (IOException e) {
        // Its line is written.
      }
    }
  }

  /**
   * The usual place: with the logs of the host where these are ours to write, else with the state
   * of the user. Each node has its own files.
   */
  public static NodeLog of(Launcher launcher, Map<String, String> environment) {
    NodeIdentity node = launcher.identity();
    return of(usualFile(node, environment), false, launcher, environment);
  }

  /** A file that the user named, whose folder is there. */
  public static NodeLog named(Path file, Launcher launcher, Map<String, String> environment) {
    return of(file, true, launcher, environment);
  }

  private static NodeLog of(
      Path file, boolean isNamed, Launcher launcher, Map<String, String> environment) {
    Path usual = folder(environment).resolve(launcher.identity().fileName());
    return new NodeLog(
        file, isNamed, usual, launcher.runAs(), owners(launcher.runAs(), environment));
  }

  /** Returns the usual file of a node. */
  public static Path usualFile(NodeIdentity node, Map<String, String> environment) {
    return folder(environment).resolve(node.fileName() + LOG);
  }

  private static FileOwners owners(Optional<RunAs> runAs, Map<String, String> environment) {
    OptionalInt user =
        runAs.map(as -> OptionalInt.of(as.user().uid())).orElseGet(OptionalInt::empty);
    return FileOwners.ofThisProcess(environment, user);
  }

  /** Where files of nodes usually are. */
  static Path folder(Map<String, String> environment) {
    boolean host = ProcessIdentity.uid() == 0 || Files.isWritable(OF_THE_HOST);
    return host ? OF_THE_HOST : state(environment).resolve("enit");
  }

  /** Where the files of a node may be, whichever user started it. */
  static Set<Path> folders(Map<String, String> environment) {
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(OF_THE_HOST);
    folders.add(folder(environment));
    return folders;
  }

  private static Path state(Map<String, String> environment) {
    String named = environment.getOrDefault("XDG_STATE_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return named.startsWith("/") ? Path.of(named) : Path.of(home, ".local", "state");
  }

  /**
   * Opens it, and writes nothing.
   *
   * @throws LaunchRefused where it cannot be written
   */
  public void check() throws LaunchRefused {
    begin("").close();
  }

  /**
   * Writes the line that a start begins with, so that a log that cannot be written is known before
   * anything has started.
   *
   * @return the open file, for the node to write to
   * @throws LaunchRefused where it cannot be written
   */
  Opened begin(String line) throws LaunchRefused {
    try {
      Path folder = file.getParent();
      if (folder != null && !isNamed) {
        Files.createDirectories(folder);
      } else if (folder != null && !Files.isDirectory(folder)) {
        throw LaunchRefused.of("no-log-folder", file, folder);
      }
      return Opened.with(line, SecurePath.toAppend(file, owners, isNamed, MODE));
    } catch (SecurePath.UnsafePathException e) {
      throw LaunchRefused.of("unsafe-log", file, reason(e));
    } catch (IOException e) {
      throw LaunchRefused.of("no-log", file, reason(e));
    }
  }

  /** How long it is by now; what comes behind it belongs to the next start. */
  public long length() {
    try (OpenFile log = SecurePath.toRead(file, owners, isNamed)) {
      return Files.size(log.path());
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * The last line with a text behind a place of the file; empty where there is none.
   *
   * @param start of what is looked at, in bytes
   */
  public String lastWords(long start) {
    return lines(start).filter(line -> !line.isBlank()).reduce("", (_, last) -> last.strip());
  }

  /** As {@link #lastWords}, of the last lines. */
  List<String> tail(long start) {
    List<String> lines = lines(start).map(String::stripTrailing).toList();
    return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
  }

  private Stream<String> lines(long start) {
    try (OpenFile opened = SecurePath.toRead(file, owners, isNamed);
        SeekableByteChannel log = Files.newByteChannel(opened.path())) {
      log.position(Math.max(start, log.size() - LONGEST_TAIL));
      ByteBuffer tail = ByteBuffer.allocate(LONGEST_TAIL);
      while (tail.hasRemaining() && log.read(tail) >= 0) {
        // Until its end.
      }
      String text = new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8);
      return text.lines().map(TerminalText::harmless);
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /**
   * Returns where an emulator that crashes leaves its dump, or empty if there is no place where no
   * other user could lead it elsewhere: the emulator opens the file by its name. It goes beside the
   * log, or into a folder of the node's user, which is made.
   */
  Optional<Path> prepareCrashDump() {
    try {
      Path folder = file.toAbsolutePath().resolveSibling(".");
      boolean isBeside = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
      if (runAs.isEmpty() && isBeside && ClosedDirectories.isClosed(folder.toRealPath())) {
        String name = file.getFileName().toString();
        return Optional.of(file.resolveSibling(withoutEnding(name) + DUMP));
      }
      return ownFolder().map(own -> own.resolve(usual.getFileName() + DUMP));
    } catch (IOException e) {
      // A node that cannot leave a dump runs as well.
      return Optional.empty();
    }
  }

  private static String withoutEnding(String name) {
    return name.endsWith(LOG) ? name.substring(0, name.length() - LOG.length()) : name;
  }

  /** Returns a folder that only the node's user can write to. */
  private Optional<Path> ownFolder() throws IOException {
    Optional<UserEntry> user = runAs.map(RunAs::user).or(ProcessIdentity::user);
    Path parent = Files.createDirectories(usual.getParent());
    if (user.isEmpty() || !ClosedDirectories.isClosed(parent.toRealPath())) {
      return Optional.empty();
    }
    String name = user.get().name();
    try (OpenFile directory = SecurePath.directory(parent, owners)) {
      if (Files.notExists(parent.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        directory.makeDirectory(name, OWN_FOLDER);
      }
      try (OpenFile own = directory.entry(name)) {
        if (own.status().type() != FileStatus.Type.DIRECTORY) {
          return Optional.empty();
        }
        if (own.status().uid() == ProcessIdentity.uid()) {
          own.changeOwner(user.get().uid());
        }
        return own.status().uid() == user.get().uid()
            ? Optional.of(parent.resolve(name))
            : Optional.empty();
      }
    }
  }

  /** The end of a process was wanted: there is nothing to tell of it later. */
  void forgetRun(long pid) {
    RunRecord.forget(usual, pid);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> Messages.text("launch.denied");
      case NoSuchFileException _ -> Messages.text("launch.absent");
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
