package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.lsp.InProcessServer;
import dev.enit.lsp.RequestCorpus;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests documents in which the same text is repeated very often, with requests at one of these
 * places.
 */
class FloodedDocumentTest {
  private static final int COUNT = 2_000;
  private static final int MOST_ACTIONS = 101;
  private static final int LONGEST_HOVER = 6_000;
  private static final String LAZY =
      ", \"dataSupport\": true, \"resolveSupport\": {\"properties\": [\"edit\"]}";

  @TempDir private Path folder;

  /** A repeated text, with a placeholder for all, and one for each. */
  enum Flood {
    BROKEN_LINES("%s\n", "{shop, [{a 1}]}.", "\n", 9),
    BROKEN_ELEMENTS("{kernel, [\n%s\n]}.\n", "{a 1}", ",\n", 1),
    DUPLICATE_KEYS("{kernel, [\n%s]}.\n", "{net_ticktime, %d}", ",\n", 4),
    DUPLICATE_SECTIONS("%s\n", "{kernel, [{net_ticktime, %d}]}.", "\n", 3),
    UNKNOWN_APPLICATIONS(
        "{release, web, [{vsn, \"1\"}, {applications, [\n%s]}]}.\n", "app_%d", ",\n", 2),
    DUPLICATE_APPLICATIONS(
        "{release, web, [{vsn, \"1\"}, {applications, [\n%s]}]}.\n", "sasl", ",\n", 2),
    UNKNOWN_NODE_KEYS("{node, [\n%s]}.\n", "{k_%d, 1}", ",\n", 2),
    EXTENSIONS("%s\n", "{extension, e_%d, [{applications, [app_%1$d]}]}.", "\n", 13),
    APPLICATIONS_OF_EXTENSION("{extension, e, [{applications, [%s]}]}.\n", "app_%d", ",\n", 12);

    private final String text;
    private final String each;
    private final String between;
    private final int column;

    Flood(String text, String each, String between, int column) {
      this.text = text;
      this.each = each;
      this.between = between;
      this.column = column;
    }

    String text(int count) {
      return text.formatted(
          IntStream.range(0, count)
              .mapToObj(number -> each.formatted(number))
              .collect(Collectors.joining(between)));
    }

    boolean isSpecification() {
      return text.startsWith("{release");
    }

    Spot spot(String uri) {
      boolean isFirst = this == APPLICATIONS_OF_EXTENSION;
      return Spot.at(uri, isFirst ? 0 : COUNT / 2, column);
    }
  }

  @ParameterizedTest
  @EnumSource(Flood.class)
  void hoverAndCodeActionsAreBounded(Flood flood) throws IOException {
    String uri = "file://" + write(flood);
    try (InProcessServer server = start(LAZY)) {
      server.open(uri, flood.text(COUNT));
      Question hover = RequestCorpus.of("textDocument/hover", flood.spot(uri));
      JsonObject shown = server.request(hover.method(), hover.params());
      assertTrue(shown.toString().length() < LONGEST_HOVER, () -> "" + shown);
      JsonArray actions = actions(server, uri);
      JsonObject last = actions.get(actions.size() - 1).getAsJsonObject();
      JsonObject resolved = server.request("codeAction/resolve", last).getAsJsonObject("result");
      assertTrue(resolved.has("edit"), () -> "no edit of " + last);
      assertEquals("", server.errors());
    }
  }

  @Test
  void aClientThatCannotAskForChangesLaterGetsSome() throws IOException {
    String uri = "file://" + write(Flood.DUPLICATE_KEYS);
    try (InProcessServer server = start("")) {
      server.open(uri, Flood.DUPLICATE_KEYS.text(COUNT));
      JsonArray actions = actions(server, uri);
      assertTrue(actions.get(0).getAsJsonObject().has("edit"), () -> "" + actions);
      assertEquals("", server.errors());
    }
  }

  /** Those of the whole document. */
  private static JsonArray actions(InProcessServer server, String uri) {
    Question question =
        RequestCorpus.of("textDocument/codeAction", new Spot(uri, 0, 0, Integer.MAX_VALUE, 0));
    JsonArray actions =
        server.request(question.method(), question.params()).getAsJsonArray("result");
    assertFalse(actions.isEmpty(), "no code action");
    assertTrue(actions.size() <= MOST_ACTIONS, () -> actions.size() + " code actions");
    return actions;
  }

  private Path write(Flood flood) throws IOException {
    Path root = folder.toRealPath();
    Path release = Files.createDirectories(root.resolve("var/lib/enit/web"));
    Path specification = release.resolve("release.enit");
    Files.writeString(
        specification, "{release, web, [{vsn, \"1\"}, {applications, [kernel, stdlib]}]}.\n");
    return flood.isSpecification()
        ? specification
        : Files.createDirectories(root.resolve("etc/enit/web")).resolve("user.config");
  }

  private static InProcessServer start(String codeAction) {
    JsonObject capabilities =
        JsonParser.parseString(
                """
                {"textDocument": {"diagnostic": {}, "codeAction": {"codeActionLiteralSupport":
                  {"codeActionKind": {"valueSet": ["quickfix"]}}%s}}}
                """
                    .formatted(codeAction))
            .getAsJsonObject();
    return InProcessServer.start(RequestCorpus.initialize(capabilities, List.of()), (_, _) -> {});
  }
}
