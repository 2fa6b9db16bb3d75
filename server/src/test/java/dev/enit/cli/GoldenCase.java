package dev.enit.cli;

import dev.enit.core.check.SyntheticOtp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One folder of golden files.
 *
 * <p>{@code cmd} is a little script: {@code cd FOLDER}, {@code NAME=VALUE}, {@code chmod rw-r-----
 * FILE}, {@code stdin FILE}, {@code terminal}, and at last {@code enit ARGUMENT …}. It runs in a
 * copy of {@code tree}; {@code $ROOT} is the project, {@code $OTP} a small OTP. Expected are {@code
 * stdout}, {@code stderr}, {@code status} (0 where there is no such file), and in {@code after} the
 * files that changed.
 */
final class GoldenCase {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  private final Path folder;
  private final Path tree;
  private final Path root = Path.of("..").toAbsolutePath().normalize();
  private final Path otp;
  private final Map<String, String> environment = new HashMap<>();
  private Path directory;
  private byte[] stdin = new byte[0];
  private boolean isTerminal;
  private List<String> arguments = List.of();

  /**
   * Prepares a case.
   *
   * @param tree an empty folder
   */
  GoldenCase(Path folder, Path tree) throws IOException {
    this.folder = folder;
    this.tree = tree.toRealPath();
    this.otp = SyntheticOtp.root("25");
    this.directory = this.tree;
    environment.put("ENIT_OTP", otp.toString());
    copy(folder.resolve("tree"));
    for (String line : Files.readAllLines(folder.resolve("cmd"))) {
      step(words(line));
    }
  }

  Outcome run() {
    Outcome outcome = InProcess.run(directory, environment, stdin, isTerminal, arguments);
    return new Outcome(outcome.status(), plain(outcome.stdout()), plain(outcome.stderr()));
  }

  List<String> arguments() {
    return arguments;
  }

  Path tree() {
    return tree;
  }

  private void step(List<String> words) throws IOException {
    switch (words.getFirst()) {
      case "cd" -> directory = directory.resolve(words.get(1)).normalize();
      case "chmod" ->
          Files.setPosixFilePermissions(
              tree.resolve(words.get(2)), PosixFilePermissions.fromString(words.get(1)));
      case "stdin" -> stdin = Files.readAllBytes(tree.resolve(words.get(1)));
      case "terminal" -> isTerminal = true;
      case "enit" -> arguments = words.subList(1, words.size());
      default -> {
        String[] variable = words.getFirst().split("=", 2);
        environment.put(variable[0], variable[1]);
      }
    }
  }

  private List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String text =
          Stream.of(word.group(1), word.group(2), word.group(3))
              .filter(group -> group != null)
              .findFirst()
              .orElseThrow();
      words.add(text.replace("$ROOT", root.toString()).replace("$OTP", otp.toString()));
    }
    return words;
  }

  /** Without what differs from machine to machine. */
  private String plain(String output) {
    return output
        .replace(otp.toString(), "$OTP")
        .replace(tree.toString(), "$TREE")
        .replace(root.toString(), "$ROOT");
  }

  private void copy(Path from) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = tree.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r-----"));
      }
    }
  }

  /** Returns an expected text; empty where there is no such file. */
  String expected(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** Makes what was printed the expectation. */
  void update(Outcome outcome) throws IOException {
    write("stdout", outcome.stdout());
    write("stderr", outcome.stderr());
    write("status", outcome.status() == 0 ? "" : outcome.status() + "\n");
  }

  private void write(String name, String text) throws IOException {
    if (text.isEmpty()) {
      Files.deleteIfExists(folder.resolve(name));
    } else {
      Files.writeString(folder.resolve(name), text);
    }
  }
}
