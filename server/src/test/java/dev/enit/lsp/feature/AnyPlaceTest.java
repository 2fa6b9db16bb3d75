package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.core.CaseTree;
import dev.enit.lsp.InProcessServer;
import dev.enit.lsp.RequestCorpus;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests every request, at places inside and outside of random texts. */
class AnyPlaceTest {
  private static final int INTERNAL_ERROR = -32603;

  /** Line ends of all kinds, tabs, characters of one to four bytes and of two UTF-16 units. */
  private static final String MIXED =
      "%% 🦊 über\r\n{shop, [\t{'🦊 k', \"/usr\"},\t{a, #{b => <<\"c\">>, d => [1|2]}}]}.\r"
          + "{extension, m, [{applications, [shop]}]}.\n\n{node, [{nodename, \"web@h\"},"
          + " {cookie, \"å🦊\"}]}.\r\n{kernel, [{logger_level, 'é', }]}.\n\t{shop, [{a 60000";

  private static final Map<String, String> TEXTS =
      new TreeMap<>(
          Map.of(
              "mixed", MIXED,
              "empty", "",
              "mark", "\uFEFF{shop, [{a, 1}]}.\n",
              "zero", "{shop, [{a, \0\"\u0001\"}]}.\0\n",
              "halves", "{shop, [{\uD83E, \"\uDD8A\"}]}.\uD83E",
              "line", "{shop, [{a, [" + "{🦊, \"å\"}, ".repeat(400) + "x]}]}.",
              "deep", "{shop, [{a, " + "[{".repeat(2000) + "x}]}]}.",
              "separators", "{shop,\u2028[{a,\u00851}\u000B,\f{b\u00A0,2}]}.\u2029"));

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"utf-16", "utf-8"})
  void everyRequestIsAnsweredAtEveryPlaceAndEveryRangeLiesInItsText(String encoding)
      throws IOException {
    Path folder = tree();
    try (InProcessServer server = start(folder, encoding)) {
      for (Map.Entry<String, String> text : TEXTS.entrySet()) {
        String uri = uri(folder.resolve("etc/enit/web/" + text.getKey() + ".config"));
        server.open(uri, text.getValue());
        Ranges ranges = new Ranges(uri, text.getValue(), encoding);
        for (Spot spot : spots(uri, text.getValue())) {
          ask(server, spot, ranges);
        }
        server.closeDocument(uri);
      }
      String unsaved = "untitled:Untitled-1";
      server.open(unsaved, MIXED);
      for (Spot spot : spots(unsaved, MIXED)) {
        ask(server, spot, new Ranges(unsaved, MIXED, encoding));
      }
      server.settle();
      assertEquals("", server.errors());
    }
  }

  @Test
  void everyRequestIsAnsweredInFilesOfEveryKindThatAreNotOpen() throws IOException {
    Path folder = tree();
    Path directory = Files.createDirectories(folder.resolve("etc/enit/web/folder.config"));
    Path latin1 =
        write(
            folder,
            "etc/enit/web/latin.config",
            "%% coding: latin-1\n{shop, [{å, \"æ\"}]}.\n",
            StandardCharsets.ISO_8859_1);
    Path wrong =
        write(
            folder,
            "etc/enit/web/wrong.config",
            "{shop, [{å, \"æ\"}]}.\n",
            StandardCharsets.ISO_8859_1);
    Path wide = write(folder, "etc/enit/web/wide.config", MIXED, StandardCharsets.UTF_16);
    Files.createSymbolicLink(folder.resolve("etc/enit/web/nowhere.config"), Path.of("gone"));
    Files.createSymbolicLink(
        folder.resolve("etc/enit/web/circle.config"), Path.of("circle.config"));
    try (InProcessServer server = start(folder, "utf-16")) {
      for (String uri :
          List.of(
              uri(latin1),
              uri(wrong),
              uri(wide),
              uri(directory),
              uri(folder),
              "file:///",
              uri(folder.resolve("etc/enit/web/nowhere.config")),
              uri(folder.resolve("etc/enit/web/circle.config")),
              uri(folder.resolve("etc/enit/web/gone.config")),
              uri(folder.resolve("var/lib/enit/web/release.enit")),
              "untitled:Untitled-1",
              "git:/some/user.config",
              "file:relative.config",
              "enit:///no/such/effective.config",
              "",
              "no uri",
              "file:///%00/x.config",
              "file:///%ff%fe/x.config")) {
        for (Spot spot :
            List.of(Spot.at(uri, 0, 10), Spot.at(uri, 1, 3), Spot.at(uri, 1 << 30, 7))) {
          ask(server, spot, null);
        }
      }
      server.settle();
      assertEquals("", server.errors());
    }
  }

  private void ask(InProcessServer server, Spot spot, @Nullable Ranges ranges) {
    for (Question question : RequestCorpus.about(spot)) {
      JsonElement result = ask(server, question);
      if (ranges != null) {
        ranges.check(question.method() + " at " + spot, result);
      }
      for (Question next : RequestCorpus.following(question, result, 2)) {
        JsonElement more = ask(server, next);
        if (ranges != null) {
          ranges.check(next.method() + " at " + spot, more);
        }
      }
    }
  }

  private static JsonElement ask(InProcessServer server, Question question) {
    JsonObject answer = server.request(question.method(), question.params());
    if (answer.get("error") instanceof JsonObject error) {
      assertNotEquals(
          INTERNAL_ERROR,
          error.get("code").getAsInt(),
          () -> question + ": " + error + server.errors());
      return JsonNull.INSTANCE;
    }
    return answer.get("result");
  }

  /** Inside, in the middle of a character, after the end of a line and of the text, negative. */
  private static List<Spot> spots(String uri, String text) {
    List<Spot> spots = new ArrayList<>();
    int last = (int) text.lines().count();
    int[][] places = {
      {0, 0},
      {0, 4},
      {1, 2},
      {1, 9},
      {1, 11},
      {1, 12},
      {2, 13},
      {4, 30},
      {5, 25},
      {6, 1},
      {6, 13},
      {last, 0},
      {0, 1 << 30},
      {1 << 30, 0},
      {Integer.MAX_VALUE, Integer.MAX_VALUE},
      {-1, -1},
      {Integer.MIN_VALUE, 5}
    };
    for (int i = 0; i < places.length; i++) {
      int[] end = places[(i + 5) % places.length];
      spots.add(
          i % 2 == 0
              ? Spot.at(uri, places[i][0], places[i][1])
              : new Spot(uri, places[i][0], places[i][1], end[0], end[1]));
    }
    return spots;
  }

  /** Ranges of one document that an editor can show: inside, between whole characters. */
  private record Ranges(String uri, String text, String encoding) {
    void check(String what, JsonElement element) {
      if (element instanceof JsonArray array) {
        array.forEach(item -> check(what, item));
      } else if (element instanceof JsonObject object && isOfAnother(object)) {
        return;
      } else if (element instanceof JsonObject object) {
        if (object.has("start") && object.has("end") && object.get("start") instanceof JsonObject) {
          long start = place(what, object.getAsJsonObject("start"));
          assertTrue(
              start <= place(what, object.getAsJsonObject("end")),
              () -> what + ": ends before it starts: " + object);
        }
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
          boolean other = member.getKey().contains(":") && !member.getKey().equals(uri);
          if (!other && !member.getKey().equals("fromRanges")) {
            check(what, member.getValue());
          }
        }
      }
    }

    private boolean isOfAnother(JsonObject object) {
      for (String key : List.of("uri", "targetUri")) {
        if (object.has(key) && !object.get(key).getAsString().equals(uri)) {
          return true;
        }
      }
      return object.get("textDocument") instanceof JsonObject document && isOfAnother(document);
    }

    private long place(String what, JsonObject position) {
      int line = position.get("line").getAsInt();
      int character = position.get("character").getAsInt();
      String[] lines = text.split("\r\n|\n|\r", -1);
      assertTrue(line >= 0 && line < lines.length, () -> what + ": no such line: " + position);
      assertTrue(
          isBetweenCharacters(lines[line], character),
          () -> what + ": " + position + " in " + lines[line]);
      return ((long) line << 32) + character;
    }

    private boolean isBetweenCharacters(String line, int column) {
      int at = 0;
      for (int i = 0;
          i < line.length() && at < column;
          i += Character.charCount(line.codePointAt(i))) {
        String one = Character.toString(line.codePointAt(i));
        at +=
            encoding.equals("utf-16") ? one.length() : one.getBytes(StandardCharsets.UTF_8).length;
      }
      return at == column;
    }
  }

  private static InProcessServer start(Path folder, String encoding) {
    JsonObject capabilities =
        JsonParser.parseString(
                """
                {"general": {"positionEncodings": ["%s"]},
                 "textDocument": {"codeAction": {"codeActionLiteralSupport": {}, "dataSupport": true,
                    "resolveSupport": {"properties": ["edit"]}},
                  "diagnostic": {"relatedDocumentSupport": true},
                  "foldingRange": {"lineFoldingOnly": false},
                  "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}},
                 "workspace": {"workspaceEdit": {"documentChanges": true,
                    "resourceOperations": ["create", "rename"]}}}
                """
                    .formatted(encoding))
            .getAsJsonObject();
    return InProcessServer.start(
        RequestCorpus.initialize(capabilities, List.of(uri(folder))), (_, _) -> {});
  }

  private Path tree() throws IOException {
    Path folder = temporary.toRealPath();
    write(
        folder,
        "enit.config",
        "{otp, \"%1$s/otp\"}.\n{lib_dirs, [\"%1$s/lib\"]}.\n".formatted(CaseTree.INSTALLED),
        StandardCharsets.UTF_8);
    write(
        folder,
        "var/lib/enit/web/release.enit",
        "{release, web, [{vsn, \"1\"}, {applications, [shop]}]}.",
        StandardCharsets.UTF_8);
    write(
        folder,
        "var/lib/enit/web/a.config",
        "{shop, [{a, 1}]}.\n{kernel, [{logger_level, info}]}.\n",
        StandardCharsets.UTF_8);
    return folder;
  }

  private static Path write(Path folder, String path, String text, Charset charset)
      throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, charset);
  }

  private static String uri(Path path) {
    return "file://" + path;
  }
}
