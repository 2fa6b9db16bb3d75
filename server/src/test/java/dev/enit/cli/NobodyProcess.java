package dev.enit.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Test programs that run as the user {@code nobody}, since nothing is forbidden to root. They need
 * a copy of the classes that this user can read.
 */
public final class NobodyProcess {
  /** Whether the tests run as root; other users need no other account. */
  public static final boolean IS_NEEDED = System.getProperty("user.name").equals("root");

  private NobodyProcess() {}

  /**
   * Returns the command that runs a class, without its arguments.
   *
   * @param copies where the classes are copied to, once
   */
  public static List<String> java(Path copies, Class<?> main) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", readableClasses(copies), main.getName()));
    return command;
  }

  private static String readableClasses(Path copies) throws IOException {
    List<String> paths = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path copy = copies.resolve(paths.size() + "-" + Path.of(entry).getFileName());
      if (!Files.exists(copy) && Files.exists(Path.of(entry))) {
        copy(Path.of(entry), copy);
      }
      paths.add(copy.toString());
    }
    try (Stream<Path> all = Files.walk(copies)) {
      for (Path path : all.toList()) {
        Files.setPosixFilePermissions(
            path,
            PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
    return String.join(File.pathSeparator, paths);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path copy = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(copy);
        } else {
          Files.createDirectories(copy.getParent());
          Files.copy(one, from.equals(one) ? to : copy);
        }
      }
    }
  }
}
