package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that no output shows a marked secret of a node, of its files or of its messages. */
final class RunningSecretsTest extends CoopTest {
  private static final List<String> MARKERS =
      List.of("pw3vh82kd", "nb5wj64yg", "mk7xq91zt", "ur9cf27sn", "ap4tl58mx");

  private static final String SECRETS =
      """
      {hen, [{db_password, "pw3vh82kd"}, {plain, "nb5wj64yg"}, {nest, [{token, "mk7xq91zt"}]},
             {url, "https://me:ur9cf27sn@host"}, {conduct, %s}]}.
      """;

  private String hidden(String... arguments) {
    Outcome outcome = coop.enit(arguments);
    return assertHidden(outcome.stdout() + outcome.stderr(), String.join(" ", arguments));
  }

  private static String assertHidden(String all, String what) {
    List<String> shown = MARKERS.stream().filter(all::contains).toList();
    assertEquals(List.of(), shown, () -> what + ": " + all);
    assertTrue(all.contains("********"), () -> what + ": " + all);
    return all;
  }

  @Test
  void noComparisonShowsOne() throws Exception {
    coop.write("enit.config", "{secrets, [{hen, plain}]}.\n");
    coop.configure(SECRETS.formatted("ok"));
    coop.set("hen", "db_password", "\"ap4tl58mx\"");
    hidden("diff", "coop");
    hidden("diff", "coop", "--format", "json");
    hidden("reconfigure", "coop", "--dry-run");
    hidden("reconfigure", "coop", "--dry-run", "--format", "json");
    hidden("config", "coop");

    Outcome refused = coop.enit("diff", "coop", "--show-secrets");
    assertEquals(1, refused.status());
    assertEquals("", refused.stdout());
    assertTrue(refused.stderr().contains("needs a terminal"), refused.stderr());
    for (String command : List.of("diff", "reconfigure --dry-run")) {
      for (String format : List.of("text", "json")) {
        List<String> words =
            List.of((command + " coop --show-secrets --color never --format " + format).split(" "));
        Outcome shown = InProcess.run(coop.root, environment(), new byte[0], true, words);
        assertTrue(
            MARKERS.stream().allMatch(shown.stdout()::contains),
            () -> String.join(" ", words) + ": " + shown);
      }
    }
  }

  private Map<String, String> environment() {
    return coop.environment();
  }

  /** The values of an application that fails, as its reason prints them, also the former one. */
  @Test
  void theReasonOfAFailureShowsNone() throws Exception {
    coop.write("enit.config", "{secrets, [{hen, plain}]}.\n");
    coop.adopt("{hen, [{db_password, \"ap4tl58mx\"}]}.\n");
    coop.configure(
        SECRETS.formatted(
            "{exit, {bad, \"pw3vh82kd\", <<\"nb5wj64yg\">>, 'x ur9cf27sn', mk7xq91zt,"
                + " ap4tl58mx}}"));
    assertTrue(hidden("reconfigure", "coop").contains("exit {bad,"));
    // The text that the test has the application say is in another key, which is no secret.
    String json = coop.enit("reconfigure", "coop", "--format", "json").stdout();
    assertTrue(
        assertHidden(json.substring(0, json.indexOf("\"waiting\"")), "json")
            .contains("exit {bad,"));
  }
}
