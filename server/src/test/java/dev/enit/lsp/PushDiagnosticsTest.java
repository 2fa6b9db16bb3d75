package dev.enit.lsp;

import static dev.enit.lsp.FakeEditor.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what only push diagnostics have: the URI of the document. */
class PushDiagnosticsTest {
  private static final String NOTHING = "{\"capabilities\": {}}";

  @TempDir private Path folder;
  private ServerReleaseTree tree;

  @BeforeEach
  void writeTree() throws IOException {
    tree = ServerReleaseTree.in(folder);
  }

  @Test
  void documentsWithoutAFileAreReadAndOthersSchemesLeftAlone() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(NOTHING);
      Path path = tree.user();
      editor.open(path, "git:" + path + "?ref", "{a b}.");
      editor.open(path, "untitled:Untitled-1", "{sasl, [{utc_log, true} {a, b}]}.\n");
      JsonObject told = editor.awaitNotification("textDocument/publishDiagnostics");
      assertEquals("untitled:Untitled-1", told.get("uri").getAsString());
      assertEquals(List.of("0:23 EN101"), summary(told.getAsJsonArray("diagnostics")));
      editor.shutdown();
    }
  }

  @Test
  void aDocumentKeepsTheSpellingOfItsClient() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(NOTHING);
      String odd = FakeEditor.uri(tree.user()).replace("/user", "/./us%65r");
      editor.open(tree.user(), odd, ServerReleaseTree.USER);
      JsonObject told = editor.awaitNotification("textDocument/publishDiagnostics");
      assertEquals(odd, told.get("uri").getAsString());
      editor.shutdown();
    }
  }
}
