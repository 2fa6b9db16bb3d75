package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.core.node.wire.NodeName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests {@code enit diff} on a real node. */
final class DiffTest extends CoopTest {
  /** As a node that enit started has it. */
  private static String applied(NodeName node) {
    return """
    #{release => coop, vsn => <<"0.9">>, applications => [hen, cock, runtime_tools],
      config => [{hen, [{eggs, 1}, {feathers, white}]}, {barn, [{size, 1}]}],
      original => [{hen, [{eggs, 5}]}, {barn, []}, {kernel, []}],
      node => [{hidden, true}, {nodename, "%s"}],
      waiting => [{kernel, start_timer, '$unset'}], time => 1}\
    """
        .formatted(node);
  }

  /** Every kind of difference there is. */
  private void differ() throws Exception {
    coop.set("enit", "applied", applied(coop.node.name()));
    coop.set("hen", "feathers", "white");
    coop.set("barn", "size", "7");
    coop.set("kernel", "start_timer", "true");
    coop.write(
        "var/lib/enit/coop/release.enit",
        "{release, coop, [{vsn, \"1\"}, {applications, [hen, cock, mouse, barn, sasl]}]}.");
    coop.configure(
        """
        {hen, [{nests, 2},
               {feathers, "white"}]}.
        {mouse, [{size, 2}]}.
        {barn, [{size, 1}]}.
        {kernel, [{net_setuptime, 9}]}.
        {sasl, [{utc_log, true}]}.
        {snmp, [{agent, []}]}.
        {node, [{hidden, false}, {start_delay, 3}]}.
        """);
  }

  @Test
  void showsWhatIsToComeWhatDriftedAndWhatWaits() throws Exception {
    differ();
    assertEquals(
        new Outcome(
            2,
            """
            Release coop and its node %s differ.

            To be applied by `enit reconfigure coop`:
            hen
              - eggs = 5
                  was 1; no file sets it any more, so it gets its previous value; takes effect at once
              ~ feathers = "white"  etc/enit/coop/user.config:2
                  was white; takes effect at once
              + nests = 2           etc/enit/coop/user.config:1
                  takes effect at once
            kernel
              + net_setuptime = 9   etc/enit/coop/user.config:5
                  takes effect when kernel reads it next
            mouse
              ~ size = 2            etc/enit/coop/user.config:3
                  was 1; takes effect when mouse reads it next
            sasl
              + utc_log = true      etc/enit/coop/user.config:6
                  takes effect with the next start of the node
            snmp
              + agent = []          etc/enit/coop/user.config:7
                  never takes effect: nothing loads snmp

            Changed at run time, not by enit; `enit reconfigure --force coop` sets it back:
            barn
              ! size = 7  etc/enit/coop/user.config:4
                  on disk 1

            With the next start of the node, `enit restart coop`:
              version 0.9 becomes that of the files
              + application sasl
              - application runtime_tools
              ~ node hidden = false   etc/enit/coop/user.config:8
                  was true
              + node start_delay = 3  etc/enit/coop/user.config:8
              … kernel start_timer = true
                  applied; it was unset when the node started
            """
                .formatted(coop.node.name()),
            ""),
        coop.enit("diff", "coop"));
  }

  @Test
  void programsGetTheSame() throws Exception {
    differ();
    Outcome outcome = coop.enit("diff", "--format", "json", "coop");
    assertEquals(2, outcome.status());
    assertFalse(outcome.stdout().contains("cookie"));
    JsonObject diff = JsonParser.parseString(outcome.stdout()).getAsJsonObject();
    assertEquals(Set.of("release", "node", "pending", "drift", "restart"), diff.keySet());
    assertEquals(
        List.of(
            "hen eggs removed at once",
            "hen feathers changed at once",
            "hen nests added at once",
            "kernel net_setuptime added when next read",
            "mouse size changed when next read",
            "sasl utc_log added restart",
            "snmp agent added never"),
        keys(diff.getAsJsonArray("pending")));
    assertEquals(List.of("barn size changed when next read"), keys(diff.getAsJsonArray("drift")));
    JsonObject restart = diff.getAsJsonObject("restart");
    assertEquals(
        "{\"added\":[\"sasl\"],\"removed\":[\"runtime_tools\"],\"changed\":[]}",
        restart.get("applications").toString());
    assertEquals(
        List.of("node hidden changed restart", "node start_delay added restart"),
        keys(restart.getAsJsonArray("node")));
    assertEquals(
        "[{\"application\":\"kernel\",\"key\":\"start_timer\",\"at_start\":null,"
            + "\"at_start_known\":true}]",
        restart.get("waiting").toString());
    JsonObject eggs = diff.getAsJsonArray("pending").get(0).getAsJsonObject();
    assertEquals(
        "{\"application\":\"hen\",\"key\":\"eggs\",\"change\":\"removed\",\"running\":\"1\","
            + "\"disk\":null,\"applied\":\"1\",\"target\":\"5\",\"source\":null,"
            + "\"takes_effect\":\"at once\"}",
        eggs.toString());
    JsonObject nests = diff.getAsJsonArray("pending").get(2).getAsJsonObject();
    assertEquals(
        "{\"file\":\"etc/enit/coop/user.config\",\"line\":1,\"column\":9}",
        nests.get("source").toString());
  }

  private static List<String> keys(JsonArray keys) {
    return keys.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(
            key ->
                String.join(
                    " ",
                    List.of(
                        key.get("application").getAsString(),
                        key.get("key").getAsString(),
                        key.get("change").getAsString(),
                        key.get("takes_effect").getAsString())))
        .toList();
  }

  @Test
  void nothingDiffersOnceEverythingIsApplied() throws Exception {
    coop.adopt("{hen, [{eggs, 2}]}.");
    assertEquals(
        new Outcome(0, coop.node.name() + " runs with the configuration on disk.\n", ""),
        coop.enit("diff", "coop"));
  }

  /** A value that no file can have is shown as Erlang shows it. */
  @Test
  void aProcessIsAValueToo() throws Exception {
    coop.call("application", "set_env", "[{hen, [{eggs, fun lists:seq/2}]}]");
    coop.configure("{hen, [{eggs, fun lists:seq/2}, {owner, me}]}.");
    String owner = coop.call("erlang", "whereis", "init");
    assertTrue(coop.call("listener", "own", "hen", "owner", "init").contains("ok"));
    Outcome outcome = coop.enit("diff", "coop");
    assertTrue(outcome.stdout().contains("was " + owner + ";"), outcome.stdout());
    assertFalse(outcome.stdout().contains("eggs"), outcome.stdout());
    assertEquals(0, coop.enit("reconfigure", "coop").status());
    assertEquals("me", coop.value("hen", "owner"));
  }

  @Test
  void aConfigurationWithErrorsIsComparedAndTold() throws Exception {
    coop.configure("{hen, [{eggs, 2}]}. {node, [{hidden, 7}]}.");
    Outcome outcome = coop.enit("diff", "coop");
    assertEquals(2, outcome.status());
    assertTrue(outcome.stdout().contains("~ eggs = 2"), outcome.stdout());
    assertTrue(outcome.stderr().contains("has errors (1)"), outcome.stderr());
  }

  /** The kernel completes the parameter when it reads it: no user has changed it. */
  @Test
  void theLoggerOfTheKernelDoesNotDrift() throws Exception {
    coop.adopt("{kernel, [{logger, [{handler, default, logger_std_h, #{level => error}}]}]}.");
    assertTrue(coop.value("kernel", "logger").contains("formatter"));
    assertEquals(0, coop.enit("diff", "coop").status());
  }
}
