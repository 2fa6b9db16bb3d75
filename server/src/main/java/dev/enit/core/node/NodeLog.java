package dev.enit.core.node;

import dev.enit.core.posix.ProcessIdentity;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import java.io.IOException;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The file that a node in the background writes to, and where its crash dump goes.
 *
 * @param isNamed whether the user named the file; the usual one gets the folders that it lacks
 * @param usual the usual folder with the name of the node's files
 */
public record NodeLog(Path file, boolean isNamed, Path usual) {
  private static final Path OF_THE_HOST = Path.of("/var/log/enit");
  private static final int LONGEST_TAIL = 8 * 1024;
  private static final int TAIL_LINES = 20;
  private static final String LOG = ".log";
  private static final String DUMP = ".crash_dump";
  private static final Set<StandardOpenOption> ADDING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);

  /**
   * The usual place: with the logs of the host where these are ours to write, else with the state
   * of the user. Each node has files of its own.
   */
  public static NodeLog of(NodeIdentity node, Map<String, String> environment) {
    Path usual = folder(environment).resolve(node.fileName());
    return new NodeLog(usual.resolveSibling(node.fileName() + LOG), false, usual);
  }

  /** A file that the user named, whose folder is there. */
  public static NodeLog named(Path file, NodeIdentity node, Map<String, String> environment) {
    return new NodeLog(file, true, folder(environment).resolve(node.fileName()));
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
   * Where an emulator that crashes leaves its dump: beside the log; one of another user, which may
   * not make a file there, in a folder of that user.
   */
  public Path crashDump(Optional<RunAs> runAs) {
    if (runAs.isPresent()) {
      Path name = usual.resolveSibling(runAs.get().user().name()).resolve(usual.getFileName());
      return name.resolveSibling(name.getFileName() + DUMP);
    }
    String name = file.getFileName().toString();
    return file.resolveSibling(
        (name.endsWith(LOG) ? name.substring(0, name.length() - LOG.length()) : name) + DUMP);
  }

  /**
   * Opens it, and writes nothing.
   *
   * @throws LaunchRefused where it cannot be written
   */
  public void check() throws LaunchRefused {
    append("");
  }

  /**
   * Writes the line that a start begins with, so that a log that cannot be written is known before
   * anything has started.
   *
   * @throws LaunchRefused where it cannot be written
   */
  public void begin(String line) throws LaunchRefused {
    append(line + "\n");
  }

  private void append(String words) throws LaunchRefused {
    try {
      Path folder = file.getParent();
      if (folder != null && !isNamed) {
        Files.createDirectories(folder);
      } else if (folder != null && !Files.isDirectory(folder)) {
        throw LaunchRefused.of("no-log-folder", file, folder);
      }
      // Its lines are for those who run the node.
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"));
      try (SeekableByteChannel log = Files.newByteChannel(file, ADDING, mode)) {
        ByteBuffer text = ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
        while (text.hasRemaining()) {
          log.write(text);
        }
      }
    } catch (IOException e) {
      throw LaunchRefused.of("no-log", file, reason(e));
    }
  }

  /** How long it is by now; what comes behind it belongs to the next start. */
  public long length() {
    try {
      return Files.size(file);
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
    try (SeekableByteChannel log = Files.newByteChannel(file)) {
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

  /** Lets another user write the dump: nothing but a folder is made for it. */
  public void prepareCrashDump(Optional<RunAs> runAs) {
    Path folder = crashDump(runAs).getParent();
    if (runAs.isEmpty() || folder == null) {
      return;
    }
    try {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        var mode =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder.getParent());
        Files.createDirectory(folder, mode);
        Files.setAttribute(folder, "unix:uid", runAs.get().user().uid());
      }
    } catch (IOException | UnsupportedOperationException e) {
      // A node that cannot leave a dump runs as well.
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
