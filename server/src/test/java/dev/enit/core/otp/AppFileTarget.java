package dev.enit.core.otp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.otp.AppFile.AppFileError;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.fuzz.Effort;
import dev.enit.fuzz.FuzzTarget;
import dev.enit.fuzz.TermFiles;
import dev.enit.fuzz.TermMutation;
import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.term.OtpSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fuzz target of {@code .app} files and their dependency graph: a file is a specification or
 * has an error, and a graph ends.
 */
public final class AppFileTarget implements FuzzTarget {
  private static final int LONGEST_FILE = 6_000;
  private static final Pattern NAME = Pattern.compile("\\{\\s*application\\s*,\\s*(\\w+)");

  /**
   * The cost that two calls may have, independent of their input and for each byte, as with all
   * terms.
   */
  private static final long BYTES = 120_000_000;

  private static final long BYTES_EACH = 120_000;
  private static final long NANOS = 500_000_000;
  private static final long NANOS_EACH = 50_000;

  private final Path folder;

  /** Creates a target with a separate folder. */
  public AppFileTarget() {
    try {
      folder = Files.createTempDirectory("enit-fuzz-apps");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "app-files";
  }

  @Override
  public List<byte[]> corpus() throws IOException {
    List<byte[]> corpus = new ArrayList<>(TermFiles.matching(".*\\.app", LONGEST_FILE));
    for (String text :
        List.of(
            "{application, a, [{vsn, \"1\"}, {applications, [b]}, {mod, {a, []}}]}.\n",
            "{application, b, [{included_applications, [a, b]}, {modules, [a, b]}]}.\n",
            "%% coding: latin-1\n{application, c, [{env, [{k, v}]}, {applications, [a, c]},"
                + " {optional_applications, [a]}]}.\n")) {
      corpus.add(text.getBytes(UTF_8));
    }
    return corpus;
  }

  @Override
  public byte[] mutate(byte[] input, byte[] other, Random random) {
    return TermMutation.of(
            SourceDecoder.decode(input).text(), SourceDecoder.decode(other).text(), random)
        .getBytes(UTF_8);
  }

  @Override
  public void run(byte[] input) throws Throwable {
    String text = SourceDecoder.decode(input).text();
    Matcher matcher = NAME.matcher(text);
    String name = matcher.find() ? matcher.group(1) : "none";
    Path file =
        Files.write(folder.resolve(name.length() > 200 ? "none.app" : name + ".app"), input);
    InstalledApp app = new InstalledApp(name, "", file);
    try {
      Effort.check(
          () -> read(app, text),
          BYTES + input.length * BYTES_EACH,
          Duration.ofNanos(NANOS + input.length * NANOS_EACH));
    } finally {
      Files.delete(file);
    }
  }

  private static void read(InstalledApp app, String text) {
    for (OtpSyntax syntax : List.of(OtpSyntax.UNKNOWN, new OtpSyntax(25))) {
      AppFileResult reading = AppFileResult.read(app, syntax);
      assertNotEquals(reading.file().isPresent(), reading.mistake().isPresent());
      reading.mistake().ifPresent(mistake -> checkPlace(mistake, text));
      reading.file().ifPresent(AppFileTarget::checkGraph);
    }
  }

  private static void checkPlace(AppFileError mistake, String text) {
    assertTrue(mistake.span().start() >= 0 && mistake.span().end() <= text.length(), "" + mistake);
  }

  private static void checkGraph(AppFile file) {
    AppGraph graph =
        AppGraph.of(
            List.of(file.name()),
            name ->
                name.length() < 3 || name.equals(file.name())
                    ? java.util.Optional.of(file)
                    : java.util.Optional.empty());
    assertEquals(file, graph.node(file.name()).orElseThrow().file().orElseThrow());
    graph.cycles();
  }

  @Override
  public void close() throws IOException {
    Files.delete(folder);
  }
}
