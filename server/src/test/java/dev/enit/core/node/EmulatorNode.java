package dev.enit.core.node;

import dev.enit.core.config.Cookie;
import dev.enit.core.host.HostName;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real node for a test, which is there when the constructor returns. It ends with {@link #close},
 * and with this JVM at the latest: its standard input ends then.
 *
 * <p>The system property {@code enit.test.erl} names another emulator, with arguments, such as
 * {@code chroot DIR erl}.
 */
public final class EmulatorNode implements AutoCloseable {
  public static final Cookie COOKIE = new Cookie("monster");
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Says that the node is there, and ends it with its standard input. */
  private static final String READY =
      "P = open_port({fd, 0, 1}, [in, out, eof]), port_command(P, \"ready\\n\"),"
          + " spawn(fun() -> port_connect(P, self()),"
          + " (fun F() -> receive {P, eof} -> erlang:halt(0); _ -> F() end end)() end).";

  private final Process process;
  private final NodeName name;
  private final Network network;

  private EmulatorNode(Process process, NodeName name, Network network) {
    this.process = process;
    this.name = name;
    this.network = network;
  }

  /** Starts a node with a unique name and {@link #COOKIE}. */
  public static EmulatorNode start(TestEpmd epmd, String... arguments) throws IOException {
    return named("n" + COUNT.incrementAndGet(), epmd, arguments);
  }

  /** Starts a node. */
  public static EmulatorNode named(String alive, TestEpmd epmd, String... arguments)
      throws IOException {
    return named(new NodeName(alive, HostName.shortName()), epmd, arguments);
  }

  /** Starts a node; its host may be another than this one. */
  public static EmulatorNode named(NodeName name, TestEpmd epmd, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of(System.getProperty("enit.test.erl", "erl").split(" ", -1)));
    command.addAll(List.of("-boot", "no_dot_erlang", "-noinput", "-sname", name.full()));
    command.addAll(List.of("-setcookie", COOKIE.reveal(), "-eval", READY));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ERL_EPMD_PORT", Integer.toString(epmd.port()));
    Process process = builder.start();
    awaitReady(process);
    return new EmulatorNode(process, name, new Network(HostName.shortName(), epmd.port()));
  }

  private static void awaitReady(Process process) throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals("ready")) {
        Thread.ofVirtual().start(() -> TestEpmd.drain(out));
        return;
      }
      said.append(line).append('\n');
    }
    throw new IOException("the emulator does not start:\n" + said);
  }

  public NodeName name() {
    return name;
  }

  /** Returns where it is registered. */
  public Network network() {
    return network;
  }

  /** Of the process that was started; the emulator's own where no chroot is between. */
  public long pid() {
    return process.pid();
  }

  /** Returns an agent in the node. */
  public Agent agent() throws Exception {
    return Agent.connect(name, COOKIE, network, Deadline.in(Duration.ofSeconds(20)));
  }

  /** Suspends it: it answers nothing, and nothing is closed. */
  public void suspend() throws IOException, InterruptedException {
    signal("STOP");
  }

  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }

  /** Kills it, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
