package dev.enit.core.node;

import dev.enit.core.config.Cookie;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.host.WriteAccess;
import dev.enit.core.host.WriteAccess.Unsafe;
import dev.enit.core.node.wire.Network;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.posix.Descriptors;
import dev.enit.core.posix.Exec;
import dev.enit.core.posix.PosixException;
import dev.enit.core.posix.ProcessIdentity;
import dev.enit.core.release.Release;
import dev.enit.core.release.UnsafeFile;
import dev.enit.core.text.Messages;
import dev.enit.core.text.ShellWord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Makes this process the emulator of a release. */
public final class Launcher {
  private static final int LONGEST_ATOM = 255;
  private static final Path ROOT = Path.of("/");
  private static final int ROOT_ID = 0;

  /** How many unsafe files a refusal names beside the first one. */
  private static final int MOST_NAMED = 4;

  private final Release release;
  private final Cookie cookie;
  private final OtpInstall otp;
  private final Optional<RunAs> runAs;
  private final Network network;

  private Launcher(
      Release release, Cookie cookie, OtpInstall otp, Optional<RunAs> runAs, Network network) {
    this.release = release;
    this.cookie = cookie;
    this.otp = otp;
    this.runAs = runAs;
    this.network = network;
  }

  /**
   * Prepares the start of a release whose files have no errors.
   *
   * @param network that its node becomes a part of
   * @throws LaunchRefused where it cannot be started as things are
   */
  public static Launcher of(Release release, Network network) throws LaunchRefused {
    OtpInstall otp =
        release.otp().install().orElseThrow(() -> LaunchRefused.of("no-otp", release.name()));
    Cookie cookie =
        release
            .node()
            .cookie()
            .filter(secret -> !secret.reveal().isEmpty())
            .orElseThrow(() -> LaunchRefused.of("no-cookie", release.name()));
    refuseFlag(release);
    LaunchSettings settings = LaunchSettings.of(release.config());
    if (!settings.variables().faults().isEmpty()) {
      throw LaunchRefused.of("bad-env", release.name());
    }
    if (cookie.reveal().codePointCount(0, cookie.reveal().length()) > LONGEST_ATOM) {
      throw LaunchRefused.of("long-cookie", release.name(), LONGEST_ATOM);
    }
    Launcher launcher = new Launcher(release, cookie, otp, RunAs.of(settings), network);
    Path erl = launcher.command().erl();
    if (!Files.isExecutable(erl)) {
      throw LaunchRefused.of("no-erl", erl);
    }
    return launcher;
  }

  /** Refuses a name that the emulator reads as one of its flags, not as the value of -sname. */
  private static void refuseFlag(Release release) throws LaunchRefused {
    String name = release.node().nodename();
    if (name.startsWith("-") || name.startsWith("+")) {
      throw LaunchRefused.of("flag-name", release.name(), name, name.substring(0, 1));
    }
  }

  /**
   * Makes sure that the node does not run, also where nothing could connect to it, and that no
   * other node has its name.
   *
   * @throws LaunchRefused where one of them does
   */
  public void refuseRunning() throws LaunchRefused {
    ProcessMatch match = ProcessMatch.of(release, network);
    if (match instanceof ProcessMatch.Ours(LocalProcess process)) {
      if (isBehindUs(process)) {
        return;
      }
      throw LaunchRefused.of("runs", release.name(), nodename(process), process.pid());
    }
    refuseNameInUse(match);
  }

  /** Of two processes that are about to become the node, the older one does. */
  private static boolean isBehindUs(LocalProcess other) {
    Optional<LocalProcess> self = LocalProcess.of(ProcessHandle.current().pid());
    if (self.isEmpty() || other.isEmulator() || !other.nodename().isEmpty()) {
      return false;
    }
    return Comparator.comparing(LocalProcess::start)
            .thenComparing(LocalProcess::pid)
            .compare(self.get(), other)
        < 0;
  }

  /**
   * Makes sure that no other node has the name, on the name server that the node registers with.
   *
   * @throws LaunchRefused where one has
   */
  public void refuseNameInUse() throws LaunchRefused {
    refuseNameInUse(ProcessMatch.of(release, network));
  }

  private void refuseNameInUse(ProcessMatch match) throws LaunchRefused {
    switch (match) {
      case ProcessMatch.Unproven(LocalProcess process) -> refuse(process);
      case ProcessMatch.Stranger(LocalProcess process) -> refuse(process);
      case ProcessMatch.Ours _, ProcessMatch.Lookalike _, ProcessMatch.None _ -> {}
    }
  }

  private void refuse(LocalProcess process) throws LaunchRefused {
    // The port of a process that cannot be looked into may be another one; the node finds out.
    if (process.epmdPort().isPresent()) {
      NameHolder occupant = NameHolder.of(process, identity());
      throw LaunchRefused.of(
          "name-in-use",
          release.name(),
          release.node().nodename(),
          occupant.words(),
          occupant.remedy());
    }
  }

  private String nodename(LocalProcess process) {
    return process.nodename().isEmpty() ? release.node().nodename() : process.nodename();
  }

  /**
   * Makes sure, if root starts the release, that no other user can change what it runs.
   *
   * @param access the rule of this host
   * @throws LaunchRefused if one can
   */
  public void refuseUnsafe(WriteAccess access) throws LaunchRefused {
    if (ProcessIdentity.caller() != ROOT_ID) {
      return;
    }
    List<UnsafeFile> files = UnsafeFile.of(release, access);
    if (files.isEmpty()) {
      return;
    }
    Unsafe first = files.getFirst().unsafe();
    String words =
        Messages.text(
            "launch.unsafe." + first.reason().name().toLowerCase(Locale.ROOT),
            first.path(),
            ShellWord.of(first.path()),
            first.owner(),
            first.group());
    String others =
        files.stream()
            .skip(1)
            .limit(MOST_NAMED)
            .map(file -> "`" + file.unsafe().path() + "`")
            .collect(Collectors.joining(", "));
    int more = files.size() - 1 - MOST_NAMED;
    throw LaunchRefused.of(
        "unsafe",
        release.name(),
        words,
        others.isEmpty()
            ? ""
            : Messages.text(more > 0 ? "launch.unsafe.more" : "launch.unsafe.also", others, more));
  }

  /**
   * Makes sure that the user of the node can read its code, as far as that is known before this
   * process is that user.
   *
   * @throws LaunchRefused if it certainly cannot
   */
  public void refuseClosedCode() throws LaunchRefused {
    if (runAs.isPresent()) {
      CodeFolders.of(release).refuseClosedTo(runAs.get().user(), release.name());
    }
  }

  /**
   * Makes sure that no service manager runs the node: what another program runs, it should also
   * start again.
   *
   * @throws LaunchRefused where one does
   */
  public void refuseSupervised() throws LaunchRefused {
    Optional<String> unit =
        ProcessMatch.of(release, network) instanceof ProcessMatch.Ours(LocalProcess process)
            ? process.unit()
            : Optional.empty();
    if (unit.isPresent()) {
      throw LaunchRefused.of("unit", release.name(), unit.get());
    }
  }

  /** The identity that the node will have. */
  public NodeIdentity identity() {
    return NodeIdentity.of(release.key(), network);
  }

  /** What is started. */
  public Release release() {
    return release;
  }

  /** What the release says of its start and its stop. */
  public LaunchSettings settings() {
    return LaunchSettings.of(release.config());
  }

  /** Whom the node will run as, where that is not who starts it. */
  public Optional<RunAs> runAs() {
    return runAs;
  }

  /**
   * Becomes the emulator, in the foreground: with the same terminal, working directory and standard
   * streams.
   *
   * @throws LaunchRefused where that fails; this process is of no more use then
   */
  public void become(LaunchOptions options, Map<String, String> environment) throws LaunchRefused {
    attempt(options, OptionalInt.empty(), environment);
  }

  /**
   * Becomes the emulator in its own session. The standard output is the file through which the node
   * tells how far it is; what the node writes goes where the standard error goes.
   *
   * @throws LaunchRefused where that fails; this process is of no more use then
   */
  public void becomeDaemon(LaunchOptions options, Map<String, String> environment)
      throws LaunchRefused {
    try {
      int progress = Descriptors.copy(Descriptors.STDOUT);
      Descriptors.copy(Descriptors.STDERR, Descriptors.STDOUT);
      Exec.startSession();
      Exec.changeDirectory(ROOT);
      attempt(options, OptionalInt.of(progress), environment);
    } catch (PosixException e) {
      throw failed(e);
    }
  }

  private void attempt(LaunchOptions options, OptionalInt progress, Map<String, String> environment)
      throws LaunchRefused {
    try {
      replace(options, progress, environment);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void replace(LaunchOptions options, OptionalInt progress, Map<String, String> environment)
      throws IOException, LaunchRefused {
    BootPlan plan = new BootPlan(release, options);
    List<Integer> kept = new ArrayList<>();
    progress.ifPresent(kept::add);
    OptionalInt run = record(environment);
    run.ifPresent(kept::add);
    kept.add(memory("enit-config", plan.kernelConfig().getBytes(StandardCharsets.UTF_8)));
    kept.add(memory("enit-plan", plan.bytes(cookie, run, progress)));
    boolean hasHome = !environment.getOrDefault("HOME", "").isEmpty();
    Exec emulator =
        Exec.of(
            command().words(kept.get(kept.size() - 2), kept.getLast()),
            variable -> EmulatorCommand.isPassedOn(variable, runAs),
            command().environment(runAs, hasHome));
    Descriptors.closeOnExec(kept);
    if (runAs.isPresent()) {
      become(runAs.get(), CodeFolders.of(release));
    }
    emulator.replace();
  }

  /** A node of which no record can be kept runs as well. */
  private OptionalInt record(Map<String, String> environment) {
    try {
      return OptionalInt.of(RunRecord.begin(identity(), environment));
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /** An emulator in a directory that is closed to it complains of every module it loads. */
  private void become(RunAs runAs, CodeFolders folders) throws IOException, LaunchRefused {
    ProcessIdentity.become(runAs.user(), runAs.gid());
    folders.refuseClosed(release.name(), runAs.user().name());
    if (!Exec.mayUseDirectory()) {
      try {
        Exec.changeDirectory(Path.of(runAs.user().home()));
      } catch (PosixException e) {
        Exec.changeDirectory(ROOT);
      }
    }
  }

  private static int memory(String name, byte[] contents) throws IOException {
    return Descriptors.inMemory(name, contents);
  }

  private EmulatorCommand command() {
    return new EmulatorCommand(release, otp, identity());
  }

  private LaunchRefused failed(IOException e) {
    String what = e instanceof PosixException posix ? posix.function() : "exec";
    return LaunchRefused.of("failed", release.name(), what, String.valueOf(e.getMessage()));
  }
}
