package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.enit.cli.NobodyProcess;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests directories that the server may not read. Nothing is forbidden to root: where the test runs
 * as root, the server runs as the user {@code nobody}, with a copy of its classes that this user
 * can read.
 */
class ForbiddenFolderTest {
  private static final boolean ROOT = System.getProperty("user.name").equals("root");

  @TempDir private Path temporary;
  private ServerReleaseTree tree = new ServerReleaseTree(Path.of(""));

  @BeforeEach
  void makeTree() throws IOException {
    tree = ServerReleaseTree.in(Files.createDirectories(temporary.resolve("host")));
    allow(temporary);
  }

  @Test
  void aReleaseDirectoryWithoutPermissionFailsNothing() throws IOException {
    forbid(tree.root().resolve("var/lib/enit/shop"));
    assertEquals(List.of(), faults(tree.user()));
    forbid(tree.root().resolve("var/lib/enit"));
    assertEquals(List.of(), faults(tree.user()));
    allow(temporary);
  }

  @Test
  void aConfigurationDirectoryWithoutPermissionIsSaidSoAndFailsNothing() throws IOException {
    forbid(tree.root().resolve("etc/enit/shop"));
    try (FakeEditor editor = start()) {
      editor.initialize(client());
      editor.open(tree.specification(), Files.readString(tree.specification()));
      Question question =
          RequestCorpus.of(
              "textDocument/diagnostic", Spot.at(FakeEditor.uri(tree.specification()), 0, 0));
      String report = editor.answer(editor.send(question.method(), question.params())).toString();
      assertTrue(report.contains("permission denied"), report);
    }
    assertEquals(List.of(), faults(tree.specification()));
    allow(temporary);
  }

  /** Returns what goes wrong where everything is asked about an open file. */
  private List<String> faults(Path open) throws IOException {
    List<String> faults = new ArrayList<>();
    try (FakeEditor editor = start()) {
      editor.initialize(client());
      editor.open(open, "{sasl, [{utc_log, false}]}.\n");
      for (Question question : RequestCorpus.about(Spot.at(FakeEditor.uri(open), 0, 10))) {
        JsonObject answer = editor.answer(editor.send(question.method(), question.params()));
        if (answer.toString().contains("-32603")) {
          faults.add(question + " " + answer);
        }
      }
      editor.request("shutdown", null);
      editor.notify("exit", null);
      assertEquals(0, editor.awaitExit());
      assertFalse(editor.errors().contains("Exception"), editor::errors);
    }
    return faults;
  }

  private String client() {
    return RequestCorpus.initialize(
            FakeEditor.json(
                "{\"textDocument\": {\"diagnostic\": {\"relatedDocumentSupport\": true}}}"),
            List.of(FakeEditor.uri(tree.root())))
        .toString();
  }

  private FakeEditor start() throws IOException {
    if (!ROOT) {
      return FakeEditor.start();
    }
    List<String> command = NobodyProcess.java(temporary.resolve("classes"), ServerProcess.class);
    Process process = new ProcessBuilder(command).start();
    return FakeEditor.on(process, process.getInputStream(), process.getOutputStream());
  }

  private static void forbid(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
  }

  private static void allow(Path path) {
    try {
      boolean folder = Files.isDirectory(path);
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(folder ? "rwxr-xr-x" : "rw-r--r--"));
      if (folder) {
        try (Stream<Path> entries = Files.list(path)) {
          entries.forEach(ForbiddenFolderTest::allow);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
