package dev.enit.core.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.ide.completion.Completions.CompletionCandidates;
import dev.enit.core.ide.completion.Completions.CompletionOptions;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests completion at every cursor of a text, and at every end of the text: no item breaks the text
 * or discloses a secret.
 */
class CompletionEverywhereTest {
  private static final Path WEB =
      Path.of("src/test/resources/core/completion-tree/var/lib/enit/web").toAbsolutePath();
  private static final Path CONFIG = WEB.resolve("z.config");
  private static final Path RELEASE = WEB.resolve("release.enit");
  private static final CompletionOptions WISHES = new CompletionOptions(true, () -> "FreshCookie");

  private static final String SPECIFICATION =
      """
      %% What shall run.
      {release, web, [
          {vsn, "1.0"}, % always
          {applications, [sasl, 'shop',
              store]}
      ]}.
      """;
  private static final String SETTINGS =
      """
      {node, [{cookie, "own"}, {run_as_user, "web"}, {hidden, true}]}.

      {kernel, [
          {logger_level, info}, % one
          {inet_dist_use_interface, {127,0,0,1}},
          {logger, [
              {handler, default, logger_std_h, #{level => debug}}
          ]}
      ]}.
      {shop, [{'basket_timeout', 60}, {motto, "a \\"b\\" c"}, {code, $a}]}.
      {extension, 'more of it', [{applications, [spare]}]}.
      """;

  private final WorkspaceHost host =
      new WorkspaceHost(Settings.NONE, Map.of(), new HostFacts("here", new FixtureAccounts()));

  @BeforeEach
  void release() {
    host.open(RELEASE, 1, SPECIFICATION);
    host.open(CONFIG, 1, SETTINGS);
    host.open(
        WEB.resolve("a.config"),
        1,
        "{node, [{cookie, hush}]}. {shop, [{token, hush}, {motto, \"loud\"}]}.");
  }

  @Test
  void atEveryOffsetOfTheSettings() {
    everywhere(CONFIG, SETTINGS);
  }

  @Test
  void atEveryOffsetOfLinesWithCarriageReturns() {
    String text = SETTINGS.replace("\n", "\r\n").replace("    ", "\t");
    host.open(CONFIG, 2, text);
    everywhere(CONFIG, text);
  }

  @Test
  void atEveryOffsetOfTheSpecification() {
    everywhere(RELEASE, SPECIFICATION);
  }

  @Test
  void atTheEndOfEveryPrefixOfTheSettings() {
    everyPrefix(CONFIG, SETTINGS);
  }

  @Test
  void atTheEndOfEveryPrefixOfTheSpecification() {
    everyPrefix(RELEASE, SPECIFICATION);
  }

  @Test
  void withoutEachOfItsCharacters() {
    for (int at = 0; at < SETTINGS.length(); at++) {
      String text = SETTINGS.substring(0, at) + SETTINGS.substring(at + 1);
      check(host.open(CONFIG, at, text), CONFIG, text, at);
    }
  }

  @Test
  void outsideOfTheTextNothing() {
    for (int offset : new int[] {-1, SETTINGS.length() + 1, 1 << 30}) {
      assertEquals(
          CompletionCandidates.NONE, Completions.at(host.snapshot(), CONFIG, offset, WISHES));
    }
    assertEquals(
        CompletionCandidates.NONE,
        Completions.at(host.snapshot(), WEB.resolve("none.config"), 0, WISHES));
  }

  private void everywhere(Path file, String text) {
    for (int offset = 0; offset <= text.length(); offset++) {
      check(host.snapshot(), file, text, offset);
    }
  }

  private void everyPrefix(Path file, String text) {
    for (int length = 0; length <= text.length(); length++) {
      String prefix = text.substring(0, length);
      check(host.open(file, length, prefix), file, prefix, length);
    }
  }

  private static void check(Workspace workspace, Path file, String text, int offset) {
    CompletionCandidates offer = Completions.at(workspace, file, offset, WISHES);
    assertTrue(offer.replace().contains(offer.insert()), text);
    CompletedText written = new CompletedText(text, offer);
    int before = CompletionFixturesTest.mistakes(text);
    for (CompletionCandidate item : offer.items()) {
      String after = written.filled(item);
      assertTrue(
          CompletionFixturesTest.mistakes(after) <= before,
          () ->
              item.label()
                  + " breaks\n"
                  + text.substring(0, offset)
                  + "<|>"
                  + text.substring(offset)
                  + "\nto\n"
                  + after);
      assertFalse(
          (item.label() + item.detail() + CompletedText.shown(item.text())).contains("hush"));
    }
  }
}
