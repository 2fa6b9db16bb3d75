package dev.enit.erlang;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tests of {@code src/test/erlang}; each EUnit test is one here. */
@Tag("node")
class EunitTest {
  private static final Path SOURCES = Path.of("src", "test", "erlang");

  @TestFactory
  Stream<DynamicNode> erlang(@TempDir Path directory) {
    var modules = new EunitRun(directory).of(SOURCES);
    return modules.entrySet().stream().map(e -> container(e.getKey(), e.getValue()));
  }

  private static DynamicNode container(String module, List<EunitResult> results) {
    return results.isEmpty()
        ? DynamicTest.dynamicTest(module, () -> fail(module + " has no test that EUnit finds"))
        : DynamicContainer.dynamicContainer(module, results.stream().map(EunitTest::test));
  }

  private static DynamicTest test(EunitResult result) {
    return DynamicTest.dynamicTest(
        result.name(),
        () -> {
          switch (result.status()) {
            case PASSED -> {}
            case SKIPPED -> abort(result.words());
            case FAILED -> fail(result.module() + ": " + result.name() + "\n" + result.words());
          }
        });
  }
}
