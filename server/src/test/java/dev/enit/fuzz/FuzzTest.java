package dev.enit.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.enit.cli.SettingsTarget;
import dev.enit.core.node.wire.MessageTarget;
import dev.enit.core.otp.AppFileTarget;
import dev.enit.core.otp.BeamTarget;
import dev.enit.fuzz.FuzzLoop.Failure;
import dev.enit.fuzz.FuzzLoop.Result;
import dev.enit.lsp.RequestTarget;
import dev.enit.lsp.rpc.FrameTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests every target for a short time, with the same inputs in each run, after the inputs that once
 * failed.
 *
 * <ul>
 *   <li>{@code -Denit.fuzz.seconds=60} takes that long for each target, and other inputs in each
 *       run; an input that fails is kept among the regressions;
 *   <li>{@code -Denit.fuzz.seed=1} takes the same inputs again;
 *   <li>{@code -Denit.fuzz.target=beams} takes that target alone.
 * </ul>
 */
class FuzzTest {
  private static final Path REGRESSIONS = Path.of("src/test/resources/fuzz");
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final long USUAL_SEED = 1;

  private static final List<Supplier<FuzzTarget>> TARGETS =
      List.of(
          TermTarget::new,
          BeamTarget::new,
          AppFileTarget::new,
          MessageTarget::new,
          FrameTarget::new,
          SettingsTarget::new,
          RequestTarget::new);

  private final Long seconds = Long.getLong("enit.fuzz.seconds");

  @TestFactory
  Stream<DynamicTest> targets() {
    String only = System.getProperty("enit.fuzz.target", "");
    return TARGETS.stream()
        .map(Supplier::get)
        .filter(target -> only.isEmpty() || only.equals(target.name()))
        .map(target -> DynamicTest.dynamicTest(target.name(), () -> run(target)));
  }

  private void run(FuzzTarget target) throws Exception {
    try (target) {
      List<byte[]> corpus = target.corpus();
      assertTrue(corpus.size() > 2, "a corpus");
      List<String> failed = new ArrayList<>();
      for (Path regression : regressions(target)) {
        try {
          target.run(FuzzLoop.kept(regression));
        } catch (Throwable e) {
          failed.add(regression + " fails again: " + trace(e));
        }
      }
      Result result = FuzzLoop.run(target, corpus, seed(), time());
      for (Failure failure : result.failures()) {
        Path folder = REGRESSIONS.resolve(target.name());
        String kept = seconds == null ? "" : "kept in " + FuzzLoop.keep(folder, failure) + ": ";
        failed.add(kept + trace(failure.cause()));
      }
      if (seconds != null) {
        System.out.println(result);
      }
      if (!failed.isEmpty()) {
        fail(result + "\n" + String.join("\n", failed));
      }
    }
  }

  private static List<Path> regressions(FuzzTarget target) throws IOException {
    Path folder = REGRESSIONS.resolve(target.name());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private Duration time() {
    return seconds == null ? MOMENT : Duration.ofSeconds(seconds);
  }

  private long seed() {
    return Long.getLong(
        "enit.fuzz.seed", seconds == null ? USUAL_SEED : System.currentTimeMillis());
  }

  private static String trace(Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    return trace.toString().lines().limit(25).reduce("", (a, b) -> a + "\n" + b);
  }
}
