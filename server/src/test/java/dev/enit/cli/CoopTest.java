package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.node.TestEpmd;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The base class of tests that each start a {@link Coop}. */
@Tag("node")
abstract class CoopTest {
  private static TestEpmd epmd;

  @TempDir Path root;
  Coop coop;

  @BeforeAll
  static void startEpmd() throws Exception {
    epmd = TestEpmd.start();
  }

  @AfterAll
  static void endEpmd() {
    epmd.close();
  }

  static TestEpmd epmd() {
    return epmd;
  }

  @BeforeEach
  void start() throws Exception {
    coop = Coop.start(root.toRealPath(), epmd);
  }

  @AfterEach
  void end() {
    coop.close();
  }

  void printed(String expected, String... arguments) {
    assertEquals(new Outcome(0, expected, ""), coop.enit(arguments));
  }

  Outcome reconfigure(String... options) {
    return coop.enit(
        Stream.of(Stream.of("reconfigure"), Stream.of(options), Stream.of("coop"))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }
}
