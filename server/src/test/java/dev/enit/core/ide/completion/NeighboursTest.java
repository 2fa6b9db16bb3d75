package dev.enit.core.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.ide.completion.Completions.CompletionCandidates;
import dev.enit.core.ide.completion.Completions.CompletionOptions;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests completion from the settings of other releases of the host, without their secrets. */
class NeighboursTest {
  private static final CompletionOptions WISHES = new CompletionOptions(true, () -> "FreshCookie");
  private final WorkspaceHost host =
      new WorkspaceHost(Settings.NONE, Map.of(), new HostFacts("here", new FixtureAccounts()));
  @TempDir Path root;

  @BeforeEach
  void releases() throws IOException {
    write("enit.config", "{otp, \"none\"}.\n");
    for (String name : List.of("one", "two")) {
      write("var/lib/enit/" + name + "/release.enit", "{release, " + name + ", []}.\n");
    }
    write(
        "etc/enit/two/user.config",
        """
        {shop, [{colour, red}, {limit, 5}, {password, hush}, {'Odd key', x}]}.
        {node, [{cookie, hush}]}.
        """);
    write("var/lib/enit/two/a.config", "{shop, [{colour, green}]}.\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private CompletionCandidates offer(String marked) {
    Path file = root.resolve("etc/enit/one/user.config");
    Workspace workspace = host.open(file, 1, marked.replace("<|>", ""));
    ReleaseKey release = workspace.releaseOf(file).orElseThrow();
    host.learnNodeNames(workspace, release.roots());
    CompletionCandidates offer =
        Completions.at(host.snapshot(), file, marked.indexOf("<|>"), WISHES);
    offer.items().forEach(item -> assertFalse(item.toString().contains("hush"), item.toString()));
    return offer;
  }

  private static List<String> labels(CompletionCandidates offer) {
    return offer.items().stream().map(CompletionCandidate::label).toList();
  }

  @Test
  void theirKeysAreOffered() {
    CompletionCandidates offer = offer("{shop, [{<|>}]}.\n");
    assertEquals(List.of("Odd key", "colour", "limit", "password"), labels(offer));
    assertEquals("'Odd key', ‹x›", CompletedText.shown(offer.items().getFirst().text()));
    assertEquals("colour, ‹green/red›", CompletedText.shown(offer.items().get(1).text()));
  }

  @Test
  void theirAtomsAreOfferedAsValues() {
    assertEquals(List.of("green", "red"), labels(offer("{shop, [{colour, <|>}]}.\n")));
    assertEquals(List.of(), labels(offer("{shop, [{limit, <|>}]}.\n")));
  }

  @Test
  void theirSecretsAreNot() {
    assertEquals(List.of(), labels(offer("{shop, [{password, <|>}]}.\n")));
    assertEquals(List.of("new cookie"), labels(offer("{node, [{cookie, <|>}]}.\n")));
  }

  @Test
  void ofVeryManyKeysThoseThatFit() throws IOException {
    StringBuilder many = new StringBuilder("{crowd, [");
    for (int i = 0; i < 1000; i++) {
      many.append("{key_").append(i).append(", 1}, ");
    }
    write("var/lib/enit/two/b.config", many + "{last, 1}]}.\n");
    CompletionCandidates all = offer("{crowd, [{<|>}]}.\n");
    assertTrue(all.incomplete());
    assertEquals(Completions.MOST, all.items().size());
    CompletionCandidates some = offer("{crowd, [{k99<|>}]}.\n");
    assertTrue(some.incomplete());
    assertTrue(labels(some).contains("key_99") && labels(some).contains("key_999"));
    assertFalse(labels(some).contains("key_1"));
    assertFalse(offer("{shop, [{<|>}]}.\n").incomplete());
  }
}
