package dev.enit.core.release;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.host.WriteAccess;
import dev.enit.core.host.WriteAccess.Unsafe;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.settings.Settings;
import dev.enit.core.settings.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file or directory that decides what a release runs, and that an untrusted user can change:
 * neither root, nor the user who starts the release, nor the one it runs as. That user can run code
 * as the user of the node, and as root if root starts it.
 *
 * @param application whose code it is, or empty for a file of the release
 */
public record UnsafeFile(Unsafe unsafe, Optional<String> application) {
  /** The most that are reported for one release. */
  public static final int MOST = 100;

  /**
   * Returns the unsafe files of a release: its files and their directories first, then OTP and the
   * code of each application that the node loads. Code is judged once for each {@code OtpIndex}.
   *
   * @param access the rule without the user of the release
   */
  public static List<UnsafeFile> of(Release release, WriteAccess access) {
    WriteAccess rule =
        LaunchSettings.of(release.config()).user().map(access::trusting).orElse(access);
    List<UnsafeFile> found = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    add(rule.unsafe(own(release), MOST), Optional.empty(), seen, found);
    if (release.otp().install().isPresent()) {
      add(rule.unsafe(emulator(release), MOST), Optional.empty(), seen, found);
      for (String name : LoadedApplications.of(release)) {
        Optional<InstalledApp> app = release.otp().find(name);
        if (found.size() < MOST && app.isPresent()) {
          add(release.otp().unsafe(app.get(), rule, MOST), Optional.of(name), seen, found);
        }
      }
    }
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  private static void add(
      List<Unsafe> more, Optional<String> application, Set<Path> seen, List<UnsafeFile> found) {
    more.stream()
        .filter(unsafe -> seen.add(unsafe.path()))
        .forEach(unsafe -> found.add(new UnsafeFile(unsafe, application)));
  }

  private static List<Path> own(Release release) {
    List<Path> paths = new ArrayList<>(List.of(release.key().folder()));
    release.key().configFolder().ifPresent(paths::add);
    paths.add(release.key().specification());
    release.layers().stream().map(ConfigLayer::path).forEach(paths::add);
    paths.add(Settings.DEFAULT_CONFIG_DIR.resolve(SettingsFile.NAME));
    return paths;
  }

  /**
   * Returns the folders of applications, where others could add a newer one, and the files that an
   * emulator runs.
   */
  private static List<Path> emulator(Release release) {
    List<Path> paths = new ArrayList<>(release.otp().searched());
    OtpInstall otp = release.otp().install().orElseThrow();
    Path bin = otp.root().resolve("bin");
    paths.add(bin);
    paths.add(bin.resolve("erl"));
    paths.add(bin.resolve("no_dot_erlang.boot"));
    otp.erts()
        .map(version -> otp.root().resolve("erts-" + version).resolve("bin"))
        .ifPresent(
            erts -> {
              paths.add(erts);
              paths.add(erts.resolve("erlexec"));
              paths.add(erts.resolve("beam.smp"));
            });
    return paths;
  }
}
