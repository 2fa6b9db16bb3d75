package dev.enit.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.ide.HoverProvider;
import dev.enit.core.ide.HoverProvider.Hover;
import dev.enit.core.ide.lens.Lenses;
import dev.enit.core.ide.lens.Lenses.Lens;
import dev.enit.core.ide.lens.NodeActions;
import dev.enit.core.ide.lens.NodeActions.NodeAction;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests what an editor shows of a release with a running node, for every fixture that has one: the
 * lenses, the hover at each setting, and the code actions there. The expected texts are in {@code
 * beside-its-node/FIXTURE.txt}, written again with {@code -Denit.golden=update}.
 */
class BesideItsNodeTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("enit.golden"));
  private static final Path EXPECTED = Path.of("src/test/resources/beside-its-node");

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> fixtures() {
    return Fixture.all().stream()
        .filter(fixture -> fixture.files().contains(Path.of(FixtureTree.NODE)))
        .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> test(fixture)));
  }

  private void test(Fixture fixture) throws IOException {
    Path root = Files.createDirectories(temp.resolve(fixture.name()));
    FixtureTree tree = new FixtureTree(fixture, root);
    List<String> lines = new ArrayList<>();
    Workspace workspace = tree.workspace();
    for (Path file : fixture.files()) {
      if (!file.endsWith(FixtureTree.NODE)) {
        lines.add("== " + file);
        shown(workspace, tree.root().resolve(file), lines);
      }
    }
    compare(EXPECTED.resolve(fixture.name().replace('/', '-') + ".txt"), lines);
  }

  private static void shown(Workspace workspace, Path path, List<String> lines) {
    SourceFile source = workspace.file(path).orElseThrow();
    for (Lens lens : Lenses.of(workspace, path, Instant.now())) {
      lines.add(at(source, lens.span()) + "lens " + lens.act() + ": " + lens.title());
    }
    for (ConfigForm.Section section : ConfigLayer.of(source, ConfigLayer.Side.HOST).sections()) {
      for (ConfigForm.Entry entry : section.entries()) {
        Span key = section.form().absolute(entry.key());
        said(workspace, path, key).forEach(line -> lines.add(at(source, key) + "hover: " + line));
      }
    }
    for (Span line : lines(source)) {
      for (NodeAction action : NodeActions.at(workspace, path, line)) {
        String force = action.isForced() ? " by force" : "";
        lines.add(at(source, line) + "action " + action.act() + force + ": " + action.title());
      }
    }
  }

  /** Returns what a hover says of the node. */
  private static List<String> said(Workspace workspace, Path path, Span key) {
    return HoverProvider.at(workspace, path, key.start()).map(Hover::markdown).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("●"))
        .toList();
  }

  private static List<Span> lines(SourceFile source) {
    List<Span> lines = new ArrayList<>();
    int start = 0;
    for (String line : source.text().split("\n", -1)) {
      lines.add(new Span(start, start + line.length()));
      start += line.length() + 1;
    }
    return lines;
  }

  private static String at(SourceFile source, Span span) {
    return (source.terms().lines().line(span.start()) + 1) + " ";
  }

  private static void compare(Path expected, List<String> lines) throws IOException {
    // The state was made just now.
    String actual = String.join("\n", lines).replaceAll("seen \\d+ s ago", "seen 0 s ago") + "\n";
    if (UPDATE) {
      Files.createDirectories(EXPECTED);
      Files.writeString(expected, actual);
    } else {
      assertEquals(Files.readString(expected, StandardCharsets.UTF_8), actual);
    }
  }
}
