package dev.enit.grammar.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.grammar.parse.TermParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests the properties of the formatter on files that people wrote and on random mutations of them.
 */
class FormatCorpusTest {
  private static final int MUTATIONS = 20;
  private static final int LONGEST = 6_000;

  @TestFactory
  Stream<DynamicTest> keepsWhatFilesSay() throws IOException {
    return tests(text -> FormatProperties.check(text, FormatOptions.DEFAULT));
  }

  @TestFactory
  Stream<DynamicTest> keepsWhatMutatedFilesSay() throws IOException {
    return tests(FormatCorpusTest::mutate);
  }

  private interface Check {
    void accept(String text);
  }

  private static Stream<DynamicTest> tests(Check check) throws IOException {
    return Corpus.files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(file.toString(), () -> check.accept(Corpus.text(file))));
  }

  private static void mutate(String text) {
    if (text.length() > LONGEST) {
      return;
    }
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Random random = new Random(seed);
      FormatOptions options = new FormatOptions(10 + random.nextInt(110), random.nextInt(9));
      FormatProperties.check(WhitespaceMutation.of(text, random), options);
    }
  }

  @Test
  void thereAreFiles() throws IOException {
    assertTrue(Corpus.files().size() > 100);
  }

  @Test
  void samplesAreLaidOutWell() throws IOException {
    List<Path> samples =
        Corpus.files().stream().filter(file -> file.startsWith("../samples")).toList();
    assertTrue(samples.size() > 50);
    for (Path sample : samples) {
      String text = Corpus.text(sample);
      assertEquals(
          text, TermFormatter.format(TermParser.parse(text), FormatOptions.DEFAULT).orElseThrow());
    }
  }
}
