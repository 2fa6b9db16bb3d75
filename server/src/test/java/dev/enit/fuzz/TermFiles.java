package dev.enit.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of the samples, of the tests and of the Erlang/OTP on PATH, to mutate. */
public final class TermFiles {
  private static final Path SAMPLES = Path.of("../samples");
  private static final Path FIXTURES = Path.of("src/test/resources");

  private static final Pattern KINDS = Pattern.compile(".*\\.(app|appup|config|rel|enit|txt|beam)");
  private static final int DEPTH = 12;
  private static final List<Path> all = new ArrayList<>();

  private TermFiles() {}

  /** Returns the files whose name matches and that are no longer, sorted. */
  public static synchronized List<byte[]> matching(String name, int longest) throws IOException {
    if (all.isEmpty()) {
      all.addAll(all());
    }
    Pattern pattern = Pattern.compile(name);
    return all.stream()
        .filter(file -> pattern.matcher(file.getFileName().toString()).matches())
        .filter(file -> file.toFile().length() <= longest)
        .map(TermFiles::read)
        .toList();
  }

  private static List<Path> all() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : List.of(SAMPLES, FIXTURES, otp())) {
      try (Stream<Path> files = Files.find(root, DEPTH, (_, file) -> file.isRegularFile())) {
        files
            .filter(file -> KINDS.matcher(file.getFileName().toString()).matches())
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the folder with lib, two above the real place of {@code erl}. */
  private static Path otp() throws IOException {
    for (String entry : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path erl = Path.of(entry, "erl");
      if (Files.isExecutable(erl)) {
        return erl.toRealPath().resolve("../..").normalize().resolve("lib");
      }
    }
    throw new IllegalStateException("no erl on PATH: these tests read the files of Erlang/OTP");
  }
}
