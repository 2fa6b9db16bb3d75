package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.config.NodeText;
import dev.enit.core.node.Agent;
import dev.enit.core.node.EmulatorNode;
import dev.enit.core.node.TestEpmd;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A release {@code coop} and a node of it that enit did not start. Its applications {@code hen} and
 * {@code cock} report each change that they are told of and behave as their parameter {@code
 * conduct} says (see {@code told_application.erl}); {@code mouse} is told of nothing, {@code barn}
 * is a library.
 */
public final class Coop implements AutoCloseable {
  private static final Path ERLANG = Path.of("src", "test", "erlang").toAbsolutePath();
  private static final Duration SOON = Duration.ofSeconds(20);

  public final Path root;
  public final EmulatorNode node;
  private final Map<String, String> environment = new HashMap<>();

  private Coop(Path root, TestEpmd epmd) throws Exception {
    this.root = root;
    app("hen", "told_application", "{eggs, 1}, {conduct, ok}", "");
    app("cock", "told_application", "{crows, 1}, {conduct, ok}", "hen");
    app("mouse", "quiet_application", "{size, 1}", "");
    app("barn", "", "{size, 1}", "");
    this.node = EmulatorNode.start(epmd, path());
    environment.put("ERL_EPMD_PORT", Integer.toString(epmd.port()));
    environment.put("ENIT_RELEASE_DIR", root.resolve("var/lib/enit").toString());
    environment.put("ENIT_CONFIG_DIR", root.resolve("etc/enit").toString());
    environment.put("ENIT_LIB_DIR", root.resolve("lib").toString());
    write(
        "var/lib/enit/coop/release.enit",
        "{release, coop, [{vsn, \"1\"}, {applications, [hen, cock, mouse, barn]}]}.");
    write(
        "etc/enit/coop/node.config",
        "{node, [{cookie, \"monster\"}, {nodename, \"%s\"}]}.".formatted(node.name()));
  }

  /**
   * Starts the node and the applications.
   *
   * @param root an empty folder
   */
  public static Coop start(Path root, TestEpmd epmd) throws Exception {
    Coop coop = new Coop(root, epmd);
    coop.call("listener", "start");
    for (String app : List.of("hen", "cock", "mouse", "barn")) {
      assertEquals("{ok,[" + app + "]}", coop.call("application", "ensure_all_started", app));
    }
    return coop;
  }

  /** Returns the environment of the command line. */
  public Map<String, String> environment() {
    return environment;
  }

  private void app(String name, String module, String env, String needs) throws Exception {
    Path ebin = Files.createDirectories(root.resolve("lib/" + name + "-1.0/ebin"));
    String callback = module.isEmpty() ? "" : "{mod, {%s, []}},".formatted(module);
    Files.writeString(
        ebin.resolve(name + ".app"),
        "{application, %s, [{vsn, \"1.0\"}, %s {env, [%s]}, {applications, [kernel, stdlib%s]}]}."
            .formatted(name, callback, env, needs.isEmpty() ? "" : ", " + needs));
    if (!module.isEmpty()) {
      compile(ebin, module);
    }
    compile(ebin, "listener");
  }

  /** Compiled once for all tests, and copied. */
  private static synchronized void compile(Path ebin, String module) throws Exception {
    Path beams = Path.of(System.getProperty("java.io.tmpdir"), "enit-coop-" + pid());
    if (!Files.exists(beams)) {
      Files.createDirectories(beams);
      List<String> command = new ArrayList<>(List.of("erlc", "-o", beams.toString()));
      for (String source : List.of("told_application", "quiet_application", "listener")) {
        command.add(ERLANG.resolve(source + ".erl").toString());
      }
      assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(beams)));
    }
    Files.copy(beams.resolve(module + ".beam"), ebin.resolve(module + ".beam"));
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // It lies in the folder for temporary files.
    }
  }

  private String[] path() {
    return Stream.of("hen", "cock", "mouse", "barn")
        .flatMap(app -> Stream.of("-pa", root.resolve("lib/" + app + "-1.0/ebin").toString()))
        .toArray(String[]::new);
  }

  /** Writes a file of the release, by its path below the root. */
  public void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Writes the configuration of the host. */
  public void configure(String sections) throws IOException {
    write("etc/enit/coop/user.config", sections);
  }

  /** Runs a command line in the root. */
  public Outcome enit(String... arguments) {
    return InProcess.run(root, environment, new byte[0], false, List.of(arguments));
  }

  /** Calls a function in the node; arguments and the result are the texts of terms. */
  public String call(String module, String function, String... arguments) throws Exception {
    try (Agent agent = node.agent()) {
      Term request =
          WireTerms.tuple(
              WireTerms.atom("call"),
              WireTerms.atom(module),
              WireTerms.atom(function),
              WireTerms.list(Arrays.stream(arguments).map(Coop::term).toList()));
      return NodeText.of(agent.request(request, Deadline.in(SOON))).orElseThrow();
    }
  }

  private static Term term(String text) {
    return assertInstanceOf(
        Term.class, TermParser.parse(text + ".").forms().getFirst().term(), text);
  }

  /**
   * Returns the value of a key in the node, as the text of its term; {@code undefined} where unset.
   */
  public String value(String application, String key) throws Exception {
    return call("application", "get_env", application, key, "undefined");
  }

  /** Sets a key in the node, as an application or a user with a shell does. */
  public void set(String application, String key, String value) throws Exception {
    assertEquals("ok", call("application", "set_env", application, key, value));
  }

  /** Returns what hen and cock were told since the node was started. */
  public String heard() throws Exception {
    return call("listener", "heard").replaceAll("\\s", "");
  }

  /** The second reconfiguration and all later ones have something to compare with. */
  public void adopt(String sections) throws Exception {
    configure(sections);
    Outcome outcome = enit("reconfigure", "coop");
    assertTrue(outcome.stdout().startsWith("reconfigure: config "), outcome.toString());
  }

  @Override
  public void close() {
    node.close();
  }
}
