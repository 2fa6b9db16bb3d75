package dev.enit.grammar.format;

import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The corpus of files that people wrote: those of the Erlang/OTP on PATH, the samples, and the
 * cases.
 */
final class Corpus {
  private static final Path SAMPLES = Path.of("../samples");
  private static final Path CASES = Path.of("src/test/resources/format");

  private Corpus() {}

  /** Returns the files of terms without a mistake. */
  static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : List.of(otp(), SAMPLES, CASES)) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(Corpus::hasTerms).filter(Corpus::isIntact).sorted().forEach(files::add);
      }
    }
    return files;
  }

  static String text(Path file) {
    try {
      return SourceDecoder.decode(Files.readAllBytes(file)).text();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean hasTerms(Path file) {
    String name = file.getFileName().toString();
    return name.matches(".*\\.(app|appup|config|rel|enit|in)")
        && !name.startsWith("coding_comment")
        && Files.isRegularFile(file);
  }

  private static boolean isIntact(Path file) {
    return TermParser.parse(text(file)).isIntact();
  }

  /** Returns the folder with lib, two above the real place of {@code erl}. */
  private static Path otp() throws IOException {
    for (String entry : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path erl = Path.of(entry, "erl");
      if (Files.isExecutable(erl)) {
        return erl.toRealPath().resolve("../..").normalize();
      }
    }
    throw new IllegalStateException("no erl on PATH: these tests read the files of Erlang/OTP");
  }
}
