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

/** Tests renaming: its edits, and the names that it refuses. */
@TestInstance(Lifecycle.PER_CLASS)
class RenameTest {
  private static final String CLIENT =
      """
      {"textDocument": {"rename": {"prepareSupport": true}},
       "workspace": {
         "fileOperations": {"willRename": true},
         "workspaceEdit": {"documentChanges": true, "resourceOperations": ["create", "rename"]}}}
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
  Stream<DynamicTest> rename() {
    return cases.tests("rename");
  }
}
