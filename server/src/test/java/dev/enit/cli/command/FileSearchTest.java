package dev.enit.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.cli.InProcess;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.WorkspaceHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSearchTest {
  @TempDir Path root;

  private void file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  private List<String> found(Path start) throws IOException {
    return FileSearch.below(start).stream().map(f -> root.relativize(f).toString()).toList();
  }

  @Test
  void findsBothKindsOfFilesInTheOrderOfTheirPaths() throws IOException {
    file("b/release.enit");
    file("b/z.config");
    file("a/a.config");
    file("a/notes.txt");
    file("a/.#a.config");
    assertEquals(List.of("a/a.config", "b/release.enit", "b/z.config"), found(root));
  }

  @Test
  void passesOverFoldersOfToolsButNoRelease() throws IOException {
    file(".git/x.config");
    file("_build/default/rel/sys.config");
    file("node_modules/x/app.config");
    file("target/x.config");
    file("var/lib/enit/target/release.enit");
    assertEquals(List.of("var/lib/enit/target/release.enit"), found(root));
  }

  @Test
  void looksIntoAFolderThatIsAskedForWhateverItsName() throws IOException {
    file(".hidden/x.config");
    assertEquals(List.of(".hidden/x.config"), found(root.resolve(".hidden")));
  }

  @Test
  void aCycleOfLinksEnds() throws IOException {
    file("a/x.config");
    Files.createSymbolicLink(root.resolve("a/loop"), root);
    assertTrue(found(root).contains("a/x.config"));
  }

  private boolean isForeign(String name, String text) throws IOException {
    file(name);
    Files.writeString(root.resolve(name), text);
    return FileSearch.isForeign(
        root.resolve(name), new WorkspaceHost(Settings.NONE, Map.of(), InProcess.HOST).snapshot());
  }

  @Test
  void filesOfOtherProgramsAreKnownByNameAndByHowTheyBegin() throws IOException {
    assertTrue(isForeign("rebar.config", "{erl_opts, []}."));
    assertTrue(isForeign("web.config", "\n<?xml version='1.0'?><a/>"));
    assertTrue(isForeign("marked.config", "\uFEFF<?xml version='1.0'?><a/>"));
    assertTrue(isForeign("shell.config", "#!/bin/sh"));
    assertTrue(isForeign("ini.config", "log.file = /var/log/x"));
    assertFalse(isForeign("user.config", "%% mine\n{a, []}."));
    assertFalse(isForeign("binary.config", "<<1>>."));
    assertFalse(isForeign("empty.config", ""));
    assertFalse(isForeign("broken.config", "kernel, [{a, b}]}."));
  }
}
