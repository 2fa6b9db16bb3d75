package dev.enit.erlang;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a failure inside the emulator is a failure here, with its message. */
@Tag("node")
class EunitRunTest {
  @TempDir static Path directory;
  private static List<EunitResult> shown = List.of();
  private static List<EunitResult> silent = List.of();

  @BeforeAll
  static void run() {
    var modules = new EunitRun(directory).of(Path.of("src", "test", "resources", "eunit"));
    shown = requireNonNull(modules.get("shown_tests"));
    silent = requireNonNull(modules.get("silent_tests"));
  }

  @Test
  void everyEndOfATestIsTold() {
    assertEquals(
        List.of(
            "PASSED passes_test",
            "FAILED fails_test",
            "FAILED crashes_test",
            "PASSED named_test_, a name",
            "FAILED named_test_, in two lines",
            "FAILED group",
            "PASSED cleanup_fails_test_",
            "FAILED group",
            "FAILED too_slow_test_",
            "FAILED group"),
        shown.stream().map(result -> result.status() + " " + result.name()).toList());
  }

  @Test
  void aFailureHasItsWords() {
    assertContains(1, "shown_tests.erl, line 12");
    assertContains(1, "{expected,[246,8364]}");
    assertContains(1, "written €");
    assertContains(2, "**exit:{gone,<");
    assertContains(5, "setup_failed");
    assertContains(5, "**error:no_setup");
    assertContains(7, "**error:no_cleanup");
    assertContains(8, "{timeout,");
    assertContains(9, "were not run");
  }

  @Test
  void aModuleWithoutTestsHasNoResults() {
    assertEquals(List.of(), silent);
  }

  private static void assertContains(int test, String words) {
    String all = shown.get(test).words();
    assertTrue(all.contains(words), () -> all + "\ndoes not contain " + words);
  }
}
