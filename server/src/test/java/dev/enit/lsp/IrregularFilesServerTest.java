package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.IrregularFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the server, in an untrusted workspace, where files of other releases would block a reader
 * or never end.
 */
class IrregularFilesServerTest {
  @TempDir private Path temporary;
  private ServerReleaseTree tree = new ServerReleaseTree(Path.of(""));

  @BeforeEach
  void makeTree() throws Exception {
    tree = ServerReleaseTree.in(temporary);
    for (IrregularFiles kind : IrregularFiles.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      kind.make(tree.root().resolve("var/lib/enit").resolve(name).resolve("release.enit"));
      kind.make(tree.root().resolve("etc/enit").resolve(name).resolve("user.config"));
      kind.make(tree.root().resolve("lib/" + name + "-1/ebin/" + name + ".app"));
    }
    IrregularFiles.FIFO.make(tree.root().resolve("enit.config"));
  }

  @AfterEach
  void unlink() throws IOException {
    IrregularFiles.unlink(temporary);
  }

  @Test
  void hoverAnswersBesideThem() throws IOException {
    try (FakeEditor editor = start()) {
      editor.open(tree.defaults(), ServerReleaseTree.DEFAULTS);
      // Reads every release, on one of few threads.
      for (int i = 0; i < 8; i++) {
        editor.send("workspace/symbol", FakeEditor.json("{\"query\": \"utc\"}"));
      }
      String symbols =
          editor.request("workspace/symbol", FakeEditor.json("{\"query\": \"utc\"}")).toString();
      assertTrue(symbols.contains("utc_log"), symbols);
      String hover = editor.hover(tree.defaults(), 1, 6);
      assertTrue(hover.contains("utc_log"), hover);
      end(editor);
    }
  }

  /** The release that has them is told, in words. */
  @Test
  void aLayerOfTheOpenReleaseIsADiagnostic() throws Exception {
    IrregularFiles.FIFO.make(tree.root().resolve("etc/enit/shop/z.config"));
    try (FakeEditor editor = start()) {
      editor.open(tree.specification(), Files.readString(tree.specification()));
      String found = editor.awaitDiagnostics(tree.specification(), null).toString();
      assertTrue(found.contains(IrregularFiles.FIFO.reason()), found);
      end(editor);
    }
  }

  private FakeEditor start() throws IOException {
    FakeEditor editor =
        FakeEditor.start(Map.of("ENIT_LIB_DIR", tree.root().resolve("lib").toString()));
    editor.initialize(
        RequestCorpus.initialize(FakeEditor.json("{}"), List.of(FakeEditor.uri(tree.root())))
            .toString());
    return editor;
  }

  private static void end(FakeEditor editor) {
    editor.request("shutdown", null);
    editor.notify("exit", null);
    editor.awaitExit();
    assertFalse(editor.errors().contains("Exception"), editor::errors);
  }
}
