package dev.enit.core.ide.completion;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.TextCase;
import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.ide.completion.Completions.CompletionCandidates;
import dev.enit.core.ide.completion.Completions.CompletionOptions;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests every file of {@code core/completion}: files in an editor, {@code <|>} the cursor in one of
 * them; then the items there and the lines after each is accepted. The inputs {@code only} (the
 * beginning of labels to show) and {@code client} ({@code plain}: without snippets) are no files.
 * What is installed is that of the hover's fixtures.
 */
class CompletionFixturesTest {
  private static final Path ROOT =
      Path.of("src/test/resources/core/completion-tree").toAbsolutePath();
  private static final String CURSOR = "<|>";

  @TestFactory
  Stream<DynamicTest> completions() {
    return TextCase.tests("core/completion", CompletionFixturesTest::answer);
  }

  private static String answer(TextCase test) {
    WorkspaceHost host =
        new WorkspaceHost(Settings.NONE, Map.of(), new HostFacts("here", new FixtureAccounts()));
    Path marked = ROOT;
    String text = "";
    for (Map.Entry<String, String> input : test.inputs().entrySet()) {
      Path path = ROOT.resolve(input.getKey());
      if (input.getValue().contains(CURSOR)) {
        marked = path;
        text = input.getValue();
      }
      if (input.getKey().indexOf('.') > 0) {
        host.open(path, 1, input.getValue().replace(CURSOR, ""));
      }
    }
    assertTrue(text.contains(CURSOR), "no cursor");
    CompletionCandidates offer =
        Completions.at(
            host.snapshot(),
            marked,
            text.indexOf(CURSOR),
            new CompletionOptions(!isPlain(test), () -> "FreshCookie"));
    CompletedText written = new CompletedText(text.replace(CURSOR, ""), offer);
    offer.items().forEach(item -> noNewMistakes(written, item));
    return shown(test, written);
  }

  private static String shown(TextCase test, CompletedText written) {
    List<String> lines = new ArrayList<>();
    for (CompletionCandidate item : written.offer().items()) {
      if (item.label().startsWith(test.input("only").strip())) {
        lines.add(title(item));
        String after = isPlain(test) ? written.plain(item) : written.withPlaces(item);
        CompletedText.changed(written.before(), after).forEach(line -> lines.add("    │" + line));
      }
    }
    String shown = lines.isEmpty() ? "nothing\n" : TextCase.lines(lines);
    assertFalse(shown.contains("hush"), "shows a secret");
    return shown;
  }

  private static boolean isPlain(TextCase test) {
    return test.input("client").startsWith("plain");
  }

  private static String title(CompletionCandidate item) {
    return item.label()
        + " ["
        + item.kind().name().toLowerCase(java.util.Locale.ROOT)
        + (item.obsolete() ? ", obsolete]" : "]")
        + (item.detail().isEmpty() ? "" : " " + item.detail());
  }

  /** Accepting an item never adds syntax errors to a text. */
  static void noNewMistakes(CompletedText written, CompletionCandidate item) {
    String after = written.filled(item);
    assertTrue(
        mistakes(after) <= mistakes(written.before()),
        () -> item.label() + " breaks the text:\n" + after);
  }

  static int mistakes(String text) {
    int count = 0;
    for (Form form : TermParser.parse(text).forms()) {
      count += form.tree().errors().size();
    }
    return count;
  }
}
