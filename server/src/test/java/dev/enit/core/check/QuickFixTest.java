package dev.enit.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.check.FixtureTree.Diagnostics;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.CodeActionItem;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.ide.action.CodeActionProviders;
import dev.enit.core.source.Place;
import dev.enit.core.workspace.TextChange;
import dev.enit.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests every fix of every diagnostic of the fixtures, applied alone at the diagnostic: it is
 * offered, its result has no further syntax error, and the diagnostic is gone.
 */
class QuickFixTest {
  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> fixes() {
    return Fixture.all().stream()
        .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> test(fixture)));
  }

  private void test(Fixture fixture) throws IOException {
    Path root = Files.createDirectories(temp.resolve(fixture.name()));
    FixtureTree tree = new FixtureTree(fixture, root);
    Diagnostics before = tree.diagnostics();
    for (Diagnostic diagnostic : before.diagnostics()) {
      for (Fix fix : diagnostic.fixes()) {
        Workspace workspace = tree.workspace();
        CodeActionItem action = offered(workspace, diagnostic, fix);
        for (FileChange change : action.changes().get()) {
          write(workspace, change);
        }
        Diagnostics after = tree.diagnostics();
        String what = action.title() + " of " + diagnostic;
        assertTrue(count(after, diagnostic) < count(before, diagnostic), what);
        assertTrue(syntax(after) <= syntax(before), what + " breaks " + after.diagnostics());
        for (Path file : fixture.files()) {
          tree.write(file, fixture.text(file).bytes());
        }
      }
    }
  }

  private static CodeActionItem offered(Workspace workspace, Diagnostic diagnostic, Fix fix) {
    Place place = diagnostic.place();
    CodeActionItem action =
        CodeActionProviders.at(workspace, place.path(), place.span(), EnumSet.of(Kind.QUICK_FIX))
            .stream()
            .filter(offer -> offer.title().equals(diagnostic.title(fix)))
            .filter(offer -> offer.diagnostic().filter(diagnostic::equals).isPresent())
            .findFirst()
            .orElseThrow(() -> new AssertionError(diagnostic.title(fix) + " is not offered"));
    assertEquals(fix.preferred(), action.preferred(), action.title());
    return action;
  }

  private static void write(Workspace workspace, FileChange change) throws IOException {
    String text =
        switch (change) {
          case FileChange.Created(var _, String created) -> created;
          case FileChange.Edited(Path path, var edits) ->
              TextChange.apply(workspace.file(path).orElseThrow().text(), edits);
          case FileChange.Renamed renamed -> throw new AssertionError(renamed);
        };
    Files.writeString(change.path(), text, StandardCharsets.UTF_8);
  }

  private static long count(Diagnostics diagnostics, Diagnostic diagnostic) {
    return diagnostics.diagnostics().stream()
        .filter(found -> found.code() == diagnostic.code())
        .filter(found -> found.message().equals(diagnostic.message()))
        .count();
  }

  private static long syntax(Diagnostics diagnostics) {
    return diagnostics.diagnostics().stream()
        .filter(found -> found.code().id().startsWith("EN1"))
        .count();
  }
}
