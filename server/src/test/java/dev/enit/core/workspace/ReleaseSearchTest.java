package dev.enit.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests which release directories a search finds, and where it ends. */
class ReleaseSearchTest {
  @TempDir private Path temporary;
  private Path root = Path.of("");

  @BeforeEach
  void resolve() throws IOException {
    root = temporary.toRealPath();
  }

  private void release(String folder) throws IOException {
    Path directory = Files.createDirectories(root.resolve(folder));
    Files.writeString(directory.resolve("release.enit"), "{release, r, []}.\n");
  }

  private Set<String> found(Path folder) {
    Set<String> names = new TreeSet<>();
    ReleaseSearch.in(folder, ReleaseSearch.Limits.DEFAULT, _ -> {})
        .directories()
        .forEach(directory -> names.add(root.relativize(directory).toString()));
    return names;
  }

  @Test
  void treesOfSeveralHostsAtAnyDepth() throws IOException {
    release("var/lib/enit/one");
    release("hosts/alpha/var/lib/enit/web");
    release("hosts/alpha/var/lib/enit/mail");
    release("hosts/beta/var/lib/enit/web");
    release("a/b/c/d/e/f/releases/web");
    assertEquals(
        Set.of(
            "var/lib/enit",
            "hosts/alpha/var/lib/enit",
            "hosts/beta/var/lib/enit",
            "a/b/c/d/e/f/releases"),
        found(root));
    assertEquals(Set.of("hosts/beta/var/lib/enit"), found(root.resolve("hosts/beta/var")));
    assertEquals(Set.of("var/lib/enit"), found(root.resolve("var/lib/enit")));
  }

  @Test
  void whatToolsMakeAndLinksAreLeftOut() throws IOException {
    for (String made : new String[] {"node_modules", ".git", "_build", "deps", "target"}) {
      release(made + "/x/var/lib/enit/web");
    }
    release("hosts/alpha/var/lib/enit/web");
    Files.createSymbolicLink(root.resolve("hosts/alpha/again"), root);
    Files.createSymbolicLink(root.resolve("copy"), root.resolve("hosts"));
    assertEquals(Set.of("hosts/alpha/var/lib/enit"), found(root));
    assertTrue(ReleaseSearch.reaches(root, root.resolve("hosts/new/var/lib/enit/web")));
    assertFalse(ReleaseSearch.reaches(root, root.resolve("_build/x/var/lib/enit/web")));
    assertFalse(ReleaseSearch.reaches(root.resolve("hosts"), root.resolve("other/web")));
  }

  @Test
  void itEndsAtItsLimits() throws IOException {
    release("a/var/lib/enit/web");
    release("a/b/c/d/e/var/lib/enit/web");
    for (int i = 0; i < 20; i++) {
      Files.createDirectories(root.resolve("many/" + i));
    }
    var shallow = ReleaseSearch.in(root, new ReleaseSearch.Limits(4, 1_000), _ -> {});
    assertEquals(Set.of(root.resolve("a/var/lib/enit")), shallow.directories());
    assertTrue(shallow.isComplete());
    var few = ReleaseSearch.in(root, new ReleaseSearch.Limits(12, 5), _ -> {});
    assertFalse(few.isComplete());
  }

  @Test
  void aStepMayEndIt() throws IOException {
    release("a/var/lib/enit/web");
    assertThrows(
        CancellationException.class,
        () ->
            ReleaseSearch.in(
                root,
                ReleaseSearch.Limits.DEFAULT,
                count -> {
                  if (count > 1) {
                    throw new CancellationException();
                  }
                }));
  }
}
