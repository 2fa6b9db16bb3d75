package dev.enit.cli;

import dev.enit.core.config.Cookie;
import dev.enit.core.host.HostName;
import dev.enit.core.node.Agent;
import dev.enit.core.node.LocalProcess;
import dev.enit.core.node.TestEpmd;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.posix.RunningProcess;
import dev.enit.core.settings.HostFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A host for one test class: a tree of releases, applications that do as their environment says
 * ({@code probe.erl}), an epmd, and the program as processes. Everything that was started ends with
 * {@link #close}, and with this JVM at the latest.
 */
public final class EnitHost implements AutoCloseable {
  public static final Cookie COOKIE = new Cookie("monster-of-the-tests");
  private static final Path LOGS = Path.of("/var/log/enit");
  private static final Path PROBE = Path.of("src/test/resources/node/probe/probe.erl");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Path folder;
  private final TestEpmd epmd;
  private final List<String> releases = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private String erlang = System.getProperty("enit.erlang");
  private final Thread atExit = new Thread(this::endNodes);

  private EnitHost(Path folder, TestEpmd epmd) {
    this.folder = folder;
    this.epmd = epmd;
    environment.put("ERL_EPMD_PORT", Integer.toString(epmd.port()));
    environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Returns a host in an empty folder that others may enter. */
  public static EnitHost start(Path folder) throws IOException, InterruptedException {
    return start(folder, TestEpmd.start());
  }

  /** As {@link #start(Path)}, with a name server that another host may have as well. */
  public static EnitHost start(Path folder, TestEpmd epmd)
      throws IOException, InterruptedException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    EnitHost host = new EnitHost(folder.toRealPath(), epmd);
    host.app("probe", "{mod, {probe, probe}}");
    Path ebin = host.folder.resolve("lib/probe-1.0/ebin");
    Process erlc = new ProcessBuilder("erlc", "-o", ebin.toString(), PROBE.toString()).start();
    if (erlc.waitFor() != 0) {
      throw new IOException(
          new String(erlc.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return host;
  }

  public Path folder() {
    return folder;
  }

  /** Returns the environment of all processes. */
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** A variable of the environment of all processes from now on. */
  public void variable(String name, String value) {
    environment.put(name, value);
  }

  /** The folder of enit's modules for all processes from now on. */
  public void erlang(Path ebin) {
    erlang = ebin.toString();
  }

  /** An application with {@code probe} as its callback module. */
  public void app(String name) throws IOException {
    app(name, "{applications, [kernel, stdlib, probe]}, {mod, {probe, " + name + "}}");
  }

  /** An application with other properties. */
  public void app(String name, String properties) throws IOException {
    Path ebin = Files.createDirectories(folder.resolve("lib/" + name + "-1.0/ebin"));
    Files.writeString(
        ebin.resolve(name + ".app"),
        "{application, %s, [{vsn, \"1.0\"}, {modules, []}, %s]}.%n".formatted(name, properties));
  }

  /**
   * Creates a release with a new name.
   *
   * @param applications such as {@code sasl, one}
   * @param config after the section of the node, as the text of a file
   * @return its name
   */
  public String release(String applications, String config) throws IOException {
    return release(
        "r" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet(), applications, config);
  }

  /**
   * Creates a release, as {@link #release(String, String)}, with a name that another tree may have
   * as well.
   */
  public String release(String name, String applications, String config) throws IOException {
    releases.add(name);
    Path release = Files.createDirectories(folder.resolve("var/lib/enit").resolve(name));
    Files.writeString(
        release.resolve("release.enit"),
        "{release, %s, [{vsn, \"1.0\"}, {applications, [%s]}]}.%n".formatted(name, applications));
    config(name, config);
    return name;
  }

  /** Other settings of the host for a release. */
  public void config(String release, String config) throws IOException {
    Path etc = Files.createDirectories(folder.resolve("etc/enit").resolve(release));
    Path file = etc.resolve("user.config");
    Files.writeString(
        file,
        "{node, [{cookie, \"%s\"}]}.%n{kernel, [{inet_dist_use_interface, {127,0,0,1}}]}.%n%s%n"
            .formatted(COOKIE.reveal(), config));
  }

  /** Returns a command of the program; it runs in the folder of the host. */
  public ProcessBuilder command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Denit.erlang=" + erlang,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.add("--lib-dir");
    command.add(folder.resolve("lib").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  /** Runs a command to its end. */
  public Outcome run(String... arguments) throws IOException, InterruptedException {
    Path err = Files.createTempFile(folder, "err", "");
    Process process = command(arguments).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), plain(out), plain(Files.readString(err)));
  }

  /** As {@link #run}, in this process, which takes a fraction of the time. */
  public Outcome inProcess(String... arguments) {
    HostFacts facts = new HostFacts(HostName.shortName(), InProcess.HOST.accounts());
    Outcome outcome =
        InProcess.run(facts, folder, variables(), new byte[0], false, List.of(arguments));
    return new Outcome(outcome.status(), plain(outcome.stdout()), plain(outcome.stderr()));
  }

  /** Returns the environment of a program that runs in this process. */
  public Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.putAll(environment);
    variables.put("ENIT_LIB_DIR", folder.resolve("lib").toString());
    variables.put("ENIT_RELEASE_DIR", folder.resolve("var/lib/enit").toString());
    variables.put("ENIT_CONFIG_DIR", folder.resolve("etc/enit").toString());
    return variables;
  }

  private String plain(String text) {
    return text.replace(folder.toString(), "$HOST").replace("@" + HostName.shortName(), "@here");
  }

  /** Returns the process of a release's node. */
  public Optional<LocalProcess> process(String release) {
    Path releases = folder.resolve("var/lib/enit");
    return LocalProcess.all().stream()
        .filter(process -> process.isOf(releases))
        .filter(process -> process.release().equals(Optional.of(release)))
        .findFirst();
  }

  public NodeName node(String release) {
    return new NodeName(release, HostName.shortName());
  }

  /** Returns a connection with a release's node. */
  public Agent agent(String release) throws Exception {
    return agent(release, COOKIE);
  }

  /** As {@link #agent(String)}, with another cookie. */
  public Agent agent(String release, Cookie cookie) throws Exception {
    Network network = new Network(HostName.shortName(), epmd.port());
    return Agent.connect(node(release), cookie, network, Deadline.in(Duration.ofSeconds(20)));
  }

  /** Returns the log of a release that runs in the background, as far as it is written. */
  public String log(String release) throws IOException {
    return Files.readString(logFile(release));
  }

  public Path logFile(String release) {
    return folder.resolve(release + ".log");
  }

  public TestEpmd epmd() {
    return epmd;
  }

  /** Has the name server forget everything. */
  public void endEpmd() {
    epmd.close();
  }

  @Override
  public void close() {
    endNodes();
    forgetRuns();
    epmd.close();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  /** As root, what is known of nodes that were ended by force is kept with the logs of the host. */
  private void forgetRuns() {
    for (String release : releases) {
      try (var files = Files.newDirectoryStream(LOGS, release + "@*.{run,log}")) {
        for (Path file : files) {
          Files.delete(file);
        }
      } catch (IOException e) {
        // There are none.
      }
    }
  }

  private void endNodes() {
    for (LocalProcess process : LocalProcess.all()) {
      if (process.isOf(folder.resolve("var/lib/enit"))) {
        kill(process.pid());
      }
    }
  }

  private static void kill(long pid) {
    try {
      Optional<RunningProcess> found = RunningProcess.of(pid);
      if (found.isPresent()) {
        try (RunningProcess process = found.get()) {
          process.signal(RunningProcess.SIGKILL);
          process.awaitEnd(Duration.ofSeconds(20));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
