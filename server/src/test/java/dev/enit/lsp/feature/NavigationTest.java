package dev.enit.lsp.feature;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Tests navigation from a name to its definition and its references. */
@TestInstance(Lifecycle.PER_CLASS)
class NavigationTest {
  private static final String CLIENT =
      """
      {"textDocument": {
        "foldingRange": {"lineFoldingOnly": true},
        "documentLink": {"tooltipSupport": true},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
        "definition": {"linkSupport": true},
        "declaration": {"linkSupport": true}}}
      """;

  @SuppressWarnings("NullAway.Init")
  private FeatureCase cases;

  @BeforeAll
  void start(@TempDir Path folder) {
    cases = new FeatureCase(folder, CLIENT);
  }

  @AfterAll
  void stop() {
    cases.close();
  }

  @TestFactory
  Stream<DynamicTest> definition() {
    return cases.tests("definition");
  }

  @TestFactory
  Stream<DynamicTest> references() {
    return cases.tests("references");
  }

  @TestFactory
  Stream<DynamicTest> highlights() {
    return cases.tests("highlights");
  }

  @TestFactory
  Stream<DynamicTest> symbols() {
    return cases.tests("symbols");
  }

  @TestFactory
  Stream<DynamicTest> workspaceSymbols() {
    return cases.tests("workspace_symbols");
  }

  @TestFactory
  Stream<DynamicTest> folds() {
    return cases.tests("folds");
  }

  @TestFactory
  Stream<DynamicTest> selections() {
    return cases.tests("selections");
  }

  @TestFactory
  Stream<DynamicTest> links() {
    return cases.tests("links");
  }

  @TestFactory
  Stream<DynamicTest> hierarchy() {
    return cases.tests("hierarchy");
  }
}
