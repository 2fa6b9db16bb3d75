package dev.enit.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests the golden SARIF logs against the schema of SARIF 2.1.0: objects have no members but the
 * known ones, and the required ones always.
 */
final class SarifShapeTest {
  /** Required and optional members by the name of the object. */
  private static final Map<String, String> MEMBERS =
      Map.ofEntries(
          Map.entry("", "version runs | $schema"),
          Map.entry("runs", "tool | results columnKind originalUriBaseIds invocations"),
          Map.entry("tool", "driver |"),
          Map.entry("driver", "name | semanticVersion informationUri rules"),
          Map.entry("rules", "id | name shortDescription help helpUri defaultConfiguration"),
          Map.entry("shortDescription", "text | markdown"),
          Map.entry("help", "text | markdown"),
          Map.entry("defaultConfiguration", "| level"),
          Map.entry("originalUriBaseIds", "| %SRCROOT%"),
          Map.entry("%SRCROOT%", "| uri"),
          Map.entry("invocations", "executionSuccessful |"),
          Map.entry("results", "message | ruleId ruleIndex level locations relatedLocations fixes"),
          Map.entry("message", "text |"),
          Map.entry("locations", "| physicalLocation"),
          Map.entry("relatedLocations", "| id physicalLocation message"),
          Map.entry("physicalLocation", "artifactLocation | region"),
          Map.entry("artifactLocation", "| uri uriBaseId"),
          Map.entry("region", "| startLine startColumn endLine endColumn"),
          Map.entry("deletedRegion", "| startLine startColumn endLine endColumn"),
          Map.entry("fixes", "artifactChanges | description"),
          Map.entry("description", "text |"),
          Map.entry("artifactChanges", "artifactLocation replacements |"),
          Map.entry("replacements", "deletedRegion | insertedContent"),
          Map.entry("insertedContent", "| text"));

  private static JsonObject log(String name) throws IOException {
    String text = Files.readString(Path.of("src/test/resources/cli", name, "stdout"));
    return JsonParser.parseString(text.replace("$TREE", "/tree")).getAsJsonObject();
  }

  @Test
  void everyObjectHasTheMembersOfTheSchema() throws IOException {
    check("", log("check-sarif"));
  }

  @Test
  void resultsPointToTheirRulesAndPlaces() throws IOException {
    JsonObject run = log("check-sarif").getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    JsonArray results = run.getAsJsonArray("results");
    assertFalse(results.isEmpty());
    for (JsonElement element : results) {
      JsonObject result = element.getAsJsonObject();
      JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
      assertEquals(rule.get("id"), result.get("ruleId"));
      assertTrue(Set.of("error", "warning", "note").contains(result.get("level").getAsString()));
    }
  }

  private static void check(String name, JsonElement element) {
    if (element instanceof JsonArray array) {
      array.forEach(item -> check(name, item));
    } else if (element instanceof JsonObject object) {
      String[] members = MEMBERS.getOrDefault(name, "?").split("\\|", -1);
      assertEquals(2, members.length, name);
      Set<String> required = words(members[0]);
      assertTrue(object.keySet().containsAll(required), name + ": " + object.keySet());
      for (String member : object.keySet()) {
        boolean known = required.contains(member) || words(members[1]).contains(member);
        assertTrue(known, name + "." + member);
        check(member, object.get(member));
      }
    } else if (Set.of("uri", "helpUri", "informationUri", "$schema").contains(name)) {
      assertFalse(URI.create(element.getAsString()).toString().isEmpty());
    } else if (Set.of("startLine", "startColumn", "endLine", "endColumn").contains(name)) {
      assertTrue(element.getAsInt() >= 1, name);
    }
  }

  private static Set<String> words(String text) {
    return Set.copyOf(
        Stream.of(text.strip().split(" ", -1)).filter(word -> !word.isEmpty()).toList());
  }
}
