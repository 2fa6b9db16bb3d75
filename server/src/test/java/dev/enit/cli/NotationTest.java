package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests the notation of values of a real node, which cannot tell {@code "PQ"} from {@code [80,
 * 81]}.
 */
final class NotationTest extends CoopTest {
  @BeforeEach
  void applyStringsAndLists() throws Exception {
    coop.adopt(
        """
        {hen, [{name, "PQ"}, {ports, [80, 81]}, {amqp, [5672]}, {long, [80, 81, 82, 83]},
               {nested, [{listen, [80]}, {path, "é"}]}, {bytes, <<80, 81>>}, {gone, "PQ"}]}.
        """);
  }

  /** The value that the node still has. */
  @Test
  void runningValuesReadAsTheFilesWriteThem() throws Exception {
    coop.configure(
        """
        {hen, [{name, "RS"}, {ports, [82, 83]}, {amqp, [5673]}, {long, [84, 85, 86, 87]},
               {nested, [{path, "ü"}, {listen, [81]}]}, {bytes, <<82, 83>>}]}.
        """);
    assertEquals(
        List.of(
            "~ amqp = [5673]",
            "was [5672]",
            "~ bytes = <<82,83>>",
            "was <<80,81>>",
            // No file says how it was written.
            "- gone",
            "was [80,81]",
            "~ long = [84,85,86,87]",
            "was [80,81,82,83]",
            "~ name = \"RS\"",
            "was \"PQ\"",
            "~ nested = [{path,\"ü\"},{listen,[81]}]",
            "was [{listen,[80]},{path,\"é\"}]",
            "~ ports = [82,83]",
            "was [80,81]"),
        values(coop.enit("diff", "coop")));
    assertEquals(
        values(coop.enit("diff", "coop")), values(coop.enit("reconfigure", "--dry-run", "coop")));
    JsonObject amqp = pending(0);
    assertEquals("[5672]", amqp.get("running").getAsString());
    assertEquals("[5672]", amqp.get("applied").getAsString());
    assertEquals("[5673]", amqp.get("disk").getAsString());
    assertEquals("\"PQ\"", pending(4).get("running").getAsString());
  }

  /** The value that something else has set. */
  @Test
  void driftReadsAsTheFilesWriteIt() throws Exception {
    coop.set("hen", "name", "[84, 85]");
    coop.set("hen", "ports", "[82, 83]");
    coop.set("hen", "long", "\"text\"");
    coop.set("hen", "nested", "[{path, [86, 87]}, {listen, [88, 89]}, {more, [80]}, \"text\"]");
    coop.set("hen", "amqp", "[[8080, 8081], \"text\", [97, 98, 10]]");
    assertEquals(
        List.of(
            "! amqp = [[8080,8081],\"text\",[97,98,10]]",
            "on disk [5672]",
            "! long = [116,101,120,116]",
            "on disk [80,81,82,83]",
            "! name = \"TU\"",
            "on disk \"PQ\"",
            "! nested = [{path,\"VW\"},{listen,[88,89]},{more,[80]},\"text\"]",
            "on disk [{listen,[80]},{path,\"é\"}]",
            "! ports = [82,83]",
            "on disk [80,81]"),
        values(coop.enit("diff", "coop")));
  }

  @Test
  void resultsOfCallsAreStringsWhereTheyCanHardlyBeElse() {
    printed("[5672]\n", "call", "coop", "lists", "reverse", "[[5672]]");
    printed(
        "[[8080,8081],[80,81],\"PQR\"]\n",
        "call",
        "coop",
        "lists",
        "append",
        "[[[8080, 8081]], [[80, 81], \"PQR\"]]");
    assertTrue(
        coop.enit("call", "coop", "erlang", "error", "[{no, [80, 81]}]")
            .stderr()
            .contains("{no,[80,81]}"));
  }

  private JsonObject pending(int index) {
    String json = coop.enit("diff", "--format", "json", "coop").stdout();
    JsonObject diff = JsonParser.parseString(json).getAsJsonObject();
    return diff.getAsJsonArray("pending").get(index).getAsJsonObject();
  }

  /** Returns the keys with their values, and the other side of each. */
  private static List<String> values(Outcome outcome) {
    return outcome
        .stdout()
        .lines()
        .map(String::strip)
        .filter(line -> line.matches("([-~+!] |was |on disk ).*"))
        .map(line -> line.replaceFirst("(;|  +etc/).*", ""))
        .toList();
  }
}
