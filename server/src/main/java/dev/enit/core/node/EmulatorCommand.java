package dev.enit.core.node;

import dev.enit.core.config.LaunchSettings;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.posix.NameService.UserEntry;
import dev.enit.core.posix.ProcessIdentity;
import dev.enit.core.release.Release;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The command line and the environment of the emulator of a release. */
final class EmulatorCommand {
  private static final int COOKIE_BYTES = 20;

  /** The variables of the caller that reach the node of another user, beside {@code LC_…}. */
  private static final Set<String> PASSED_ON =
      Set.of(
          "PATH",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TERM",
          "NOTIFY_SOCKET",
          "ERL_EPMD_PORT",
          "ERL_EPMD_ADDRESS",
          "ERL_CRASH_DUMP",
          "ERL_CRASH_DUMP_SECONDS",
          "ERL_CRASH_DUMP_BYTES");

  private final Release release;
  private final OtpInstall otp;
  private final NodeIdentity identity;

  EmulatorCommand(Release release, OtpInstall otp, NodeIdentity identity) {
    this.release = release;
    this.otp = otp;
    this.identity = identity;
  }

  /**
   * The program and its arguments.
   *
   * @param config the number of the open file with the settings of the kernel
   * @param plan the number of the open file with the {@link BootPlan}
   */
  List<String> words(int config, int plan) {
    LaunchSettings settings = LaunchSettings.of(release.config());
    List<String> words = new ArrayList<>();
    words.add(erl().toString());
    words.addAll(List.of("-boot", "no_dot_erlang", "-noinput"));
    // SIGINT ends the node, as it ends other programs: the menu of an emulator would halt it until
    // the user answers, deaf to SIGTERM as well.
    words.add("+Bd");
    words.addAll(List.of("-sname", release.node().nodename()));
    words.addAll(identity.arguments());
    // Everybody on this host can read this one. The true one is in force before anybody connects.
    words.addAll(List.of("-setcookie", throwAway(), "-epmd_module", "enit_cookie"));
    if (settings.hidden()) {
      words.add("-hidden");
    }
    if (!settings.connectAll()) {
      words.addAll(List.of("-connect_all", "false"));
    }
    words.addAll(List.of("-pa", ErlangSide.folder().toString()));
    words.addAll(List.of("-configfd", Integer.toString(config)));
    words.addAll(List.of("-enit_plan", Integer.toString(plan)));
    words.addAll(List.of("-shutdown_time", Long.toString(settings.stopTimeout().toMillis())));
    words.addAll(List.of("-s", "enit_boot"));
    return words;
  }

  Path erl() {
    return otp.root().resolve("bin").resolve("erl");
  }

  /**
   * Returns whether the emulator gets a variable of this process. Flags of the emulator, search
   * paths and directories of one user are not for the node of another.
   */
  static boolean isPassedOn(String variable, Optional<RunAs> runAs) {
    return runAs.isEmpty() || PASSED_ON.contains(variable) || variable.startsWith("LC_");
  }

  /**
   * The variables that are other than those of this process.
   *
   * @param hasHome whether this process has a home
   */
  Map<String, String> environment(Optional<RunAs> runAs, boolean hasHome) {
    Map<String, String> changed = new LinkedHashMap<>();
    if (!hasHome) {
      // An emulator does not start without one; systemd gives none to who runs as root.
      changed.put("HOME", ProcessIdentity.user().map(UserEntry::home).orElse("/"));
    }
    runAs.ifPresent(
        as -> {
          changed.put("HOME", as.user().home());
          changed.put("USER", as.user().name());
          changed.put("LOGNAME", as.user().name());
        });
    changed.putAll(LaunchSettings.of(release.config()).variables().variables());
    changed.put("ERL_LIBS", libraries());
    return changed;
  }

  /** Where the applications of this release are looked for, beside OTP itself. */
  private String libraries() {
    return release.otp().searched().stream()
        .filter(folder -> !folder.equals(otp.libDir()))
        .map(Path::toString)
        .collect(Collectors.joining(":"));
  }

  /** A cookie for one who has none to tell. */
  static String throwAway() {
    byte[] random = new byte[COOKIE_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
