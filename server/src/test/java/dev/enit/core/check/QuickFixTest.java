package dev.enit.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.check.FixtureTree.Findings;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.CodeActionItem;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.ide.action.CodeActionProviders;
import dev.enit.core.ide.format.TextEdits;
import dev.enit.core.source.Place;
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
 * Every fix of every finding of the fixtures, chosen by itself where the finding is: it is offered,
 * its result has no further mistake of syntax, and the finding is gone.
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
    Findings before = tree.findings();
    for (Diagnostic problem : before.problems()) {
      for (Fix fix : problem.fixes()) {
        Workspace workspace = tree.workspace();
        CodeActionItem action = offered(workspace, problem, fix);
        for (FileChange change : action.changes().get()) {
          write(workspace, change);
        }
        Findings after = tree.findings();
        String what = action.title() + " of " + problem;
        assertTrue(count(after, problem) < count(before, problem), what);
        assertTrue(syntax(after) <= syntax(before), what + " breaks " + after.problems());
        for (Path file : fixture.files()) {
          tree.write(file, fixture.text(file).bytes());
        }
      }
    }
  }

  private static CodeActionItem offered(Workspace workspace, Diagnostic problem, Fix fix) {
    Place place = problem.place();
    CodeActionItem action =
        CodeActionProviders.at(workspace, place.path(), place.span(), EnumSet.of(Kind.QUICK_FIX))
            .stream()
            .filter(offer -> offer.title().equals(problem.title(fix)))
            .filter(offer -> offer.problem().filter(problem::equals).isPresent())
            .findFirst()
            .orElseThrow(() -> new AssertionError(problem.title(fix) + " is not offered"));
    assertEquals(fix.preferred(), action.preferred(), action.title());
    return action;
  }

  private static void write(Workspace workspace, FileChange change) throws IOException {
    String text =
        switch (change) {
          case FileChange.Created(var _, String created) -> created;
          case FileChange.Edited(Path path, var edits) ->
              TextEdits.apply(workspace.file(path).orElseThrow().text(), edits);
          case FileChange.Renamed renamed -> throw new AssertionError(renamed);
        };
    Files.writeString(change.path(), text, StandardCharsets.UTF_8);
  }

  private static long count(Findings findings, Diagnostic problem) {
    return findings.problems().stream()
        .filter(found -> found.code() == problem.code())
        .filter(found -> found.message().equals(problem.message()))
        .count();
  }

  private static long syntax(Findings findings) {
    return findings.problems().stream()
        .filter(found -> found.code().id().startsWith("EN1"))
        .count();
  }
}
