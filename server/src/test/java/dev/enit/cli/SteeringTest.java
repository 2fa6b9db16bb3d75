package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.enit.core.node.EmulatorNode;
import dev.enit.core.node.TestEpmd;
import dev.enit.core.text.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests text that controls terminals, in everything that a node, a file or its name can contain: no
 * command writes a part of it raw, and no line end of it begins a line.
 */
@Tag("node")
final class SteeringTest {
  /** The sequences of a terminal, line ends, directions, characters without a width, our styles. */
  private static final String STEERING =
      "\u001b]0;t\u0007\r\nFAKE\u009b1m\u202e\u2066\u200b\u2028\u007f\uFDD1\uDB40\uDC41";

  /** Nothing that the name of a file cannot contain, whatever the locale. */
  private static final String IN_NAME = "\u001b]0;t\u0007\r\nFAKE\u007f";

  private static final String ATOM = "'a" + STEERING + "'";
  private static final String STRING = "\"s" + STEERING + "\"";

  /** The escape sequence of one of enit's styles; the text of the test has no such sequence. */
  private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]+m");

  @TempDir static Path folder;
  private static TestEpmd epmd;
  private static EmulatorNode node;
  private static ReleaseTree tree;

  @BeforeAll
  static void start() throws IOException {
    epmd = TestEpmd.start();
    String text =
        STEERING.codePoints().mapToObj(Integer::toString).collect(Collectors.joining(","));
    node =
        EmulatorNode.named(
            "steering",
            epmd,
            "-eval",
            "M = [%s], A = list_to_atom(M), ok = application:start({application, A, [{vsn, M}]}),"
                    .formatted(text)
                + "application:load(sasl), application:set_env(sasl, A, M).");
    tree = new ReleaseTree(folder, epmd.port());
    String broken =
        "{extension, %s, [{applications, [%s]}]}.\n{%s, [{a, 1}, {a, 2}, b]}.\n"
            .formatted(ATOM, ATOM, "'b" + STEERING + "'");
    release("steering", "sasl", "");
    release("whole", "sasl", "");
    release("bad", "bad", broken);
    release("n" + IN_NAME, "sasl", broken);
    tree.write("etc/enit/steering/n" + IN_NAME + ".config", "{sasl, [" + ATOM + ", {" + STRING);
    tree.write(
        "lib/bad-1.0/ebin/bad.app",
        "{application, bad, [{vsn, %s}, {description, %s}, {modules, []}, {mod, {%s, []}}]}."
            .formatted(STRING, STRING, ATOM));
  }

  private static void release(String name, String applications, String more) throws IOException {
    tree.write(
        "var/lib/enit/" + name + "/release.enit",
        "{release, %s, [{vsn, %s}, {applications, [%s]}]}.".formatted(name, STRING, applications));
    tree.write(
        "etc/enit/" + name + "/user.config",
        """
        {node, [{cookie, "%s"}, {start_retries, 0}]}.
        {sasl, [{'a%s', {%s, <<%s/utf8>>}}]}.
        {extension, %s, [{applications, []}]}.
        %s
        """
            .formatted(EmulatorNode.COOKIE.reveal(), STEERING, STRING, STRING, ATOM, more));
  }

  @AfterAll
  static void end() {
    node.close();
    epmd.close();
  }

  private static Outcome assertNeutral(String... arguments) {
    Outcome outcome = tree.enit(arguments);
    for (String text : List.of(outcome.stdout(), outcome.stderr())) {
      List<String> raw =
          STYLE
              .matcher(text)
              .replaceAll("")
              .codePoints()
              .filter(c -> c != '\n' && VisibleText.isHidden(c))
              .mapToObj(Integer::toHexString)
              .toList();
      assertEquals(List.of(), raw, String.join(" ", arguments) + ": " + text);
      assertTrue(text.lines().noneMatch(line -> line.startsWith("FAKE")), text);
    }
    return outcome;
  }

  /** Returns what a command writes, which contains the text in its escaped form. */
  private static String assertShown(String... arguments) {
    Outcome outcome = assertNeutral(arguments);
    String all = outcome.stdout() + outcome.stderr();
    assertTrue(all.contains("FAKE"), () -> String.join(" ", arguments) + ": " + outcome);
    return outcome.stdout();
  }

  @Test
  void commandsThatReadFilesWriteItNeutral() throws IOException {
    String apps = folder.resolve("lib").toString();
    assertShown("check");
    assertShown("check", "etc", "--color", "always");
    assertShown("check", "--format", "sarif");
    assertShown("fmt", "--check", "etc");
    assertShown("graph", "bad", "--lib-dir", apps);
    assertShown("graph", "bad", "--lib-dir", apps, "--format", "dot");
    assertShown("apps", "--lib-dir", apps);
    assertShown("apps", "bad", "--lib-dir", apps);
    assertShown("apps", "no" + STEERING);
    assertShown("config", "steering");
    assertShown("config", "steering", "--format", "erlang");
    assertShown("config", "steering", "no" + STEERING);
    assertShown("config", "--all");
    assertShown("systemd", "n" + IN_NAME);
    assertShown("list");
    assertShown("explain", STEERING);
    assertShown(STEERING);
    assertShown("status", STEERING);
    assertShown("check", "./" + IN_NAME);
    assertShown("tracefile", IN_NAME);
  }

  @Test
  void aDocumentOfJsonHasTheTrueStrings() {
    String json = assertShown("config", "whole", "--format", "json");
    var sasl =
        JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("sections").get("sasl");
    assertTrue(sasl.getAsJsonObject().keySet().contains("a" + STEERING), json);
    assertShown("apps", "bad", "--format", "json", "--lib-dir", folder.resolve("lib").toString());
    assertShown("list", "--format", "json");
    assertShown("check", "--format", "json");
  }

  @Test
  void whatANodeSaysIsNeutral() throws IOException {
    assertShown("status", "steering");
    assertShown("status", "steering", "--format", "json");
    assertShown("call", "steering", "erlang", "list_to_atom", "[" + STRING + "]");
    assertShown("call", "steering", "erlang", "error", "[" + ATOM + "]");
    assertShown("call", "steering", "no" + STEERING, "f");
    tree.write("etc/enit/steering/n" + IN_NAME + ".config", "{sasl, []}.");
    assertShown("diff", "steering");
    assertShown("diff", "steering", "--format", "json");
    assertShown("reconfigure", "steering", "--dry-run", "--color", "always");
    assertNeutral("reconfigure", "steering");
  }

  @Test
  void theReasonOfAFailedStartIsNeutral() throws IOException {
    tree.write(
        "etc/enit/bad/user.config",
        "{node, [{cookie, x}]}.\n{kernel, [{inet_dist_use_interface, {127,0,0,1}}]}.\n");
    String log = folder.resolve("bad.log").toString();
    String apps = folder.resolve("lib").toString();
    assertShown("start", "bad", "--lib-dir", apps, "--log", log);
  }
}
