package dev.enit.lsp.sequence;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a server answers as one that was just started with the same texts, whatever happened
 * before.
 *
 * <ul>
 *   <li>{@code -Denit.sequences=500} makes more conversations than usual;
 *   <li>{@code -Denit.sequence=17} makes the one with that number, and no other.
 * </ul>
 *
 * A conversation that went wrong is told as short as leaving out steps makes it.
 */
class SequencesTest {
  private static final int USUAL = 3;
  private static final int STEPS = 60;
  private static final int SHORTER = 150;

  @TempDir private Path temporary;
  private int runs;

  @TestFactory
  Stream<DynamicTest> aServerAnswersAsAFreshOne() {
    Long one = Long.getLong("enit.sequence");
    LongStream numbers =
        one != null
            ? LongStream.of(one)
            : LongStream.range(0, Long.getLong("enit.sequences", USUAL));
    return numbers.mapToObj(
        number -> DynamicTest.dynamicTest("conversation " + number, () -> run(number)));
  }

  private void run(long number) {
    List<Long> steps = new Random(number).longs(STEPS).boxed().toList();
    boolean pulls = number % 2 == 1;
    Optional<String> wrong = run(pulls, steps);
    if (wrong.isPresent()) {
      fail("conversation " + number + ":\n" + shortened(pulls, steps, wrong.get()));
    }
  }

  private String shortened(boolean pulls, List<Long> steps, String wrong) {
    List<Long> left = steps;
    String told = wrong;
    int tries = 0;
    for (int piece = left.size() / 2; piece > 0; piece = piece / 2) {
      for (int at = 0; at < left.size() && tries < SHORTER; tries++) {
        List<Long> fewer = new ArrayList<>(left);
        fewer.subList(at, Math.min(left.size(), at + piece)).clear();
        Optional<String> still = run(pulls, fewer);
        if (still.isPresent()) {
          left = fewer;
          told = still.get();
        } else {
          at += piece;
        }
      }
    }
    return told;
  }

  private Optional<String> run(boolean pulls, List<Long> steps) {
    try {
      Path root = Files.createDirectory(temporary.toRealPath().resolve("run" + runs++));
      return RandomSession.run(root, pulls, steps);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
