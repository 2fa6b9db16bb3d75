package dev.enit.bench;

import com.google.gson.JsonElement;
import dev.enit.lsp.RequestCorpus;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The benchmark of every request: in documents of several lengths, and in workspaces with many
 * releases. One server answers all of them, with warm caches as in use.
 */
record RequestBench(Distribution enit, BenchTrees trees, boolean quick) {
  /** They do something, or are measured by themselves. */
  private static final Set<String> NOT_ASKED =
      Set.of("workspace/executeCommand", "workspace/willRenameFiles");

  /** The requests that look further than the release of a document. */
  private static final Set<String> ASKED_OF_MANY =
      Set.of(
          "textDocument/references",
          "textDocument/rename",
          "textDocument/completion",
          "textDocument/codeAction",
          "textDocument/codeLens",
          "textDocument/hover",
          "textDocument/documentHighlight",
          "textDocument/semanticTokens/full",
          "workspace/symbol",
          "workspace/diagnostic",
          "enit/release",
          "enit/releases");

  /** The requests that VS Code sends after a keystroke, before that for completion. */
  private static final List<String> AFTER_A_KEYSTROKE =
      List.of(
          "textDocument/diagnostic",
          "textDocument/semanticTokens/full",
          "textDocument/documentSymbol",
          "textDocument/foldingRange",
          "textDocument/inlayHint",
          "textDocument/codeLens",
          "textDocument/codeAction",
          "textDocument/documentLink",
          "textDocument/documentHighlight");

  private static final int TYPED = 300;

  String run() throws IOException {
    TimeGrid lengths = new TimeGrid("every request, ms, in a layer of …");
    for (int lines : new int[] {40, 2_000, 50_000}) {
      String column = String.format("%,d lines", lines);
      Bench.say("every request in " + column);
      measure(trees.release(lines), Set.copyOf(RequestCorpus.methods()), lengths, column);
      type(trees.release(lines), lengths, column);
    }
    TimeGrid many = new TimeGrid("requests, ms, in a workspace of …");
    for (int releases : new int[] {10, 1_000, quick ? 2_000 : 10_000}) {
      String column = String.format("%,d releases", releases);
      Bench.say("requests among " + column);
      measure(document(releases), ASKED_OF_MANY, many, column);
    }
    return lengths + "\n\n" + many;
  }

  private Document document(int releases) throws IOException {
    Path root = trees.releases(releases);
    return Document.of(root, root.resolve("var/lib/enit/site1/defaults.config"), "enit");
  }

  private void measure(Document document, Set<String> methods, TimeGrid grid, String column)
      throws IOException {
    int times = quick ? 10 : 50;
    try (EditorSession session =
        new EditorSession(Contender.enit(enit.program()).command(), document)) {
      session.open(0);
      Map<String, Question> questions = questions(session, document, methods);
      grid.times("(the first workspace/diagnostic)", column)
          .add(
              session.ask(
                  questions.getOrDefault(
                      "workspace/diagnostic", questions.values().iterator().next())));
      for (Map.Entry<String, Question> each : questions.entrySet()) {
        session.ask(each.getValue());
        for (int i = 0; i < times; i++) {
          grid.times(each.getKey(), column).add(session.ask(each.getValue()));
        }
      }
      for (int i = 0; i < times; i++) {
        grid.times("(keystroke to its diagnostics)", column).add(session.keystroke(0));
      }
      for (int i = 0; i < times; i++) {
        session.keystroke(0);
        grid.times("(workspace/diagnostic after a keystroke)", column)
            .add(
                session.ask(
                    questions.getOrDefault(
                        "workspace/diagnostic", questions.values().iterator().next())));
      }
      grid.times("(memory, MiB)", column).add(session.memory());
    }
  }

  /** Types faster than an editor is answered. */
  private void type(Document document, TimeGrid grid, String column) throws IOException {
    try (EditorSession session =
        new EditorSession(Contender.enit(enit.program()).command(), document)) {
      session.open(0);
      Spot spot =
          new Spot(document.uri(), document.line(), document.key(), document.line() + 20, 0);
      List<Question> others =
          AFTER_A_KEYSTROKE.stream().map(method -> RequestCorpus.of(method, spot)).toList();
      Question completion = RequestCorpus.of("textDocument/completion", spot);
      for (int i = 0; i < TYPED; i++) {
        grid.times("(completion among all requests of a keystroke)", column)
            .add(session.keystroke(others, completion));
      }
      grid.times("(memory after 300 of these, MiB)", column).add(session.memory());
    }
  }

  /** By what a row is called; those that take the answer of another are made of it. */
  private static Map<String, Question> questions(
      EditorSession session, Document document, Set<String> methods) throws IOException {
    Spot spot = new Spot(document.uri(), document.line(), document.key(), document.line() + 20, 0);
    Map<String, Question> questions = new TreeMap<>();
    for (String method : methods) {
      if (!NOT_ASKED.contains(method) && !RequestCorpus.takesAnAnswer(method)) {
        Question question = RequestCorpus.of(method, spot);
        questions.put(method, question);
        JsonElement result = session.result(question);
        List<Question> following = new ArrayList<>(RequestCorpus.following(question, result, 1));
        following.forEach(next -> questions.put(next.method(), next));
      }
    }
    return questions;
  }
}
