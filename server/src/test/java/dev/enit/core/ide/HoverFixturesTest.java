package dev.enit.core.ide;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.enit.core.CaseTree;
import dev.enit.core.TextCase;
import dev.enit.core.host.Accounts;
import dev.enit.core.ide.HoverProvider.Hover;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.WorkspaceHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests the hover at the cursor of every file of {@code core/hover}. */
class HoverFixturesTest {
  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> hovers() {
    return TextCase.tests("core/hover", this::hover);
  }

  private String hover(TextCase test) {
    CaseTree tree = CaseTree.of(test, temp.resolve(test.name()));
    Path marked = tree.marked().orElseThrow();
    String text = tree.text(marked);
    WorkspaceHost host = host();
    host.open(marked, 1, text);
    return HoverProvider.at(host.snapshot(), marked, tree.cursor())
        .map(hover -> "over: " + over(hover, text) + "\n\n" + shown(hover.markdown()))
        .orElse("nothing")
        .concat("\n");
  }

  private static String over(Hover hover, String text) {
    return hover.span().in(text).lines().findFirst().orElse("");
  }

  private String shown(String markdown) {
    assertFalse(markdown.contains("hush"), "shows a cookie");
    return markdown.replace(temp.toString(), "/…").replace(CaseTree.INSTALLED.toString(), "/…");
  }

  /** Returns a host without settings and known users. */
  static WorkspaceHost host() {
    return new WorkspaceHost(Settings.NONE, Map.of(), new HostFacts("here", new NoAccounts()));
  }

  private record NoAccounts() implements Accounts {
    @Override
    public Optional<Boolean> hasUser(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Boolean> hasGroup(String name) {
      return Optional.empty();
    }

    @Override
    public List<String> users() {
      return List.of();
    }

    @Override
    public List<String> groups() {
      return List.of();
    }
  }
}
