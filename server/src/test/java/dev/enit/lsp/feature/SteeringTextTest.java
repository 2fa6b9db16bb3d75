package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.enit.core.CaseTree;
import dev.enit.core.text.VisibleText;
import dev.enit.lsp.InProcessServer;
import dev.enit.lsp.RequestCorpus;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests files whose names and texts contain control characters and markup: in no message of the
 * server is a character that a reader does not see, and in no Markdown a link, HTML or a heading of
 * theirs.
 */
class SteeringTextTest {
  private static final String STEERING =
      "x\u001b]0;t\u0007\u009b1m\u202e\u2066\u200b\u2028\u007f"
          + "[FAKE](command:fake) ![FAKE](http://fake) <img src=fake> https://fake.example `";

  private static final String TEXT =
      """
      {shop, [{'k$', <<"$"/utf8>>}, {'k$', 2}, {limit, 5}, 'b$', {url, "$
      # FAKE"}]}.
      {'a$', [{a, 1}]}.
      {extension, 'e$', [{applications, ['o$', shop]}]}.
      {node, [{nodename, "n$"}, {'c$', 1}, {cookie, abc}]}.
      {kernel, [{logger_level, 'l$', }]}.
      """
          .replace("$", STEERING);

  /** Values that are the text of a document, or that only a program reads. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "newText",
          "placeholder",
          "uri",
          "targetUri",
          "oldUri",
          "newUri",
          "filterText",
          "data",
          "arguments");

  private static final Pattern CODE =
      Pattern.compile("(?<![`\\\\])(`+)(?!`).*?(?<!`)\\1(?!`)", Pattern.DOTALL);

  private static final Pattern FORMATTED =
      Pattern.compile(
          "(?<!\\\\)\\[FAKE|(?<!\\\\)\\]\\((command|http)|(?<!\\\\)<img|https?://fake|(?m)^# FAKE");

  @TempDir private Path temporary;

  @Test
  void noMessageContainsIt() throws IOException {
    Path folder = temporary.toRealPath();
    write(
        folder,
        "enit.config",
        "{otp, \"%s/otp\"}.\n{lib_dirs, [\"%s/lib\"]}.\n".formatted(CaseTree.INSTALLED, folder));
    write(
        folder,
        "lib/shop-1.0/ebin/shop.app",
        "{application, shop, [{vsn, \"1$\"}, {description, \"d$\n# FAKE\"}, {modules, []},"
                .replace("$", STEERING)
            + " {applications, [kernel, 'n$']}, {env, [{'k$', 1}, {limit, 'v$'}]}]}."
                .replace("$", STEERING));
    String release =
        write(
            folder,
            "var/lib/enit/web/release.enit",
            "{release, web, [{vsn, \"1$\"}, {applications, [shop, 'q$']}, {'p$', 1}]}."
                .replace("$", STEERING));
    String layer = write(folder, "etc/enit/web/l\u001b[1m\u202e\n[FAKE](command:x).config", TEXT);
    Queue<JsonObject> heard = new ConcurrentLinkedQueue<>();
    Set<String> kinds = new HashSet<>();
    try (InProcessServer server = start(folder, heard)) {
      for (String uri : List.of(release, layer)) {
        String text =
            uri.equals(layer)
                ? TEXT
                : Files.readString(folder.resolve("var/lib/enit/web/release.enit"));
        server.open(uri, text);
        String[] lines = text.split("\r\n|\n|\r", -1);
        for (int line = 0; line < lines.length; line++) {
          for (int column = 0; column < lines[line].length(); column += 37) {
            for (Question question : RequestCorpus.about(Spot.at(uri, line, column))) {
              JsonObject answer = server.request(question.method(), question.params());
              check(question.method(), "", answer);
              if (answer.toString().contains("FAKE")) {
                kinds.add(question.method());
              }
            }
          }
        }
      }
      server.settle();
      assertEquals("", server.errors());
    }
    heard.forEach(message -> check(message.toString(), "", message));
    assertTrue(
        kinds.containsAll(
            Set.of(
                "textDocument/hover",
                "textDocument/diagnostic",
                "textDocument/documentSymbol",
                "textDocument/codeAction",
                "textDocument/completion")),
        kinds.toString());
  }

  private static void check(String what, String key, JsonElement element) {
    switch (element) {
      case JsonObject object -> {
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
          if (!PROGRAMS.contains(member.getKey())) {
            check(what, member.getKey(), member.getValue());
          }
        }
        if (object.has("kind") && object.get("kind").toString().equals("\"markdown\"")) {
          String plain = CODE.matcher(object.get("value").getAsString()).replaceAll("");
          assertTrue(!FORMATTED.matcher(plain).find(), () -> what + ": " + object + plain);
        }
      }
      case com.google.gson.JsonArray array -> array.forEach(item -> check(what, key, item));
      case JsonPrimitive value when value.isString() ->
          assertTrue(
              value.getAsString().codePoints().noneMatch(c -> c != '\n' && VisibleText.isHidden(c)),
              () -> what + " " + key + ": " + VisibleText.lines(value.getAsString()));
      default -> {}
    }
  }

  private static InProcessServer start(Path folder, Queue<JsonObject> heard) {
    JsonObject capabilities =
        JsonParser.parseString(
                """
                {"textDocument": {"codeAction": {"codeActionLiteralSupport": {}},
                  "hover": {"contentFormat": ["markdown"]},
                  "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                  "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}}
                """)
            .getAsJsonObject();
    return InProcessServer.start(
        RequestCorpus.initialize(capabilities, List.of("file://" + folder)),
        (_, message) -> heard.add(message));
  }

  private static String write(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toUri().toString();
  }
}
