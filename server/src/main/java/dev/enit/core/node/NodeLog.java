package dev.enit.core.node;

import dev.enit.core.posix.Identity;
import dev.enit.core.text.Columns;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The file that a node in the background writes to, and its crash dump beside it. */
public record NodeLog(Path file) {
  private static final Path OF_THE_HOST = Path.of("/var/log/enit");
  private static final int LONGEST_TAIL = 8 * 1024;
  private static final int TAIL_LINES = 20;
  private static final Set<StandardOpenOption> ADDING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);

  /**
   * The usual place: with the logs of the host where these are ours to write, else with the state
   * of the user.
   */
  public static NodeLog of(String release, Map<String, String> environment) {
    boolean host = Identity.uid() == 0 || Files.isWritable(OF_THE_HOST);
    Path folder = host ? OF_THE_HOST : state(environment).resolve("enit");
    return new NodeLog(folder.resolve(release + ".log"));
  }

  private static Path state(Map<String, String> environment) {
    String named = environment.getOrDefault("XDG_STATE_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return named.startsWith("/") ? Path.of(named) : Path.of(home, ".local", "state");
  }

  /** Where an emulator that crashes leaves its dump. */
  public Path crashDump() {
    String name = file.getFileName().toString().replaceFirst("\\.log$", "");
    return file.resolveSibling(name + ".crash_dump");
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
      if (folder != null) {
        Files.createDirectories(folder);
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
      return text.lines().map(Columns::harmless);
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** Lets another user write the dump, in a folder where it may not make a file. */
  public void prepareCrashDump(Optional<RunAs> runAs) {
    if (runAs.isEmpty()) {
      return;
    }
    try {
      if (!Files.exists(crashDump())) {
        var mode =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(crashDump(), mode);
      }
      Files.setAttribute(crashDump(), "unix:uid", runAs.get().user().uid());
    } catch (IOException | UnsupportedOperationException e) {
      // A node that cannot leave a dump runs as well.
    }
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
