package dev.enit.core.workspace;

import dev.enit.core.host.WriteAccess;
import dev.enit.core.host.WriteAccess.Unsafe;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpLocator;
import dev.enit.core.settings.SafeDirectories;
import dev.enit.core.settings.Settings;
import dev.enit.core.settings.SettingsSources;
import dev.enit.grammar.term.OtpSyntax;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The settings of each folder, and the applications installed by them; both computed once. */
final class SettingsByFolder {
  /** What decides which applications are found. */
  private record Installed(Optional<Path> otp, List<Path> libDirs) {}

  private final SettingsSources sources;
  private final Map<String, String> environment;
  private final Map<Path, Settings> settings = new ConcurrentHashMap<>();
  private final Map<Path, Optional<Path>> files = new ConcurrentHashMap<>();
  private final Map<Installed, OtpIndex> indexes = new ConcurrentHashMap<>();

  SettingsByFolder(Settings explicit, Map<String, String> environment) {
    this.sources = SettingsSources.of(explicit, environment);
    this.environment = environment;
  }

  Settings at(Path folder) {
    return settings.computeIfAbsent(folder, sources::at);
  }

  /** Returns the settings file that governs a folder, or empty if there is none. */
  Optional<Path> file(Path folder) {
    return files.computeIfAbsent(folder, SettingsSources::nearest);
  }

  /** Returns what makes the settings file of a folder unsafe at this moment. */
  Optional<Unsafe> unsafe(Path folder, WriteAccess access) {
    return file(folder)
        .flatMap(file -> SafeDirectories.unsafeSettings(access, file, sources.explicit()));
  }

  OtpIndex otp(Settings at) {
    return indexes.computeIfAbsent(new Installed(at.otp(), at.libDirs()), this::scan);
  }

  private OtpIndex scan(Installed installed) {
    return OtpIndex.scan(
        () -> OtpLocator.locate(installed.otp(), searchPath()),
        installed.libDirs(),
        SettingsSources.paths(environment.getOrDefault("ERL_LIBS", "")));
  }

  /** How the files of a folder are read: as the OTP that its settings name reads them. */
  OtpSyntax syntax(Path folder) {
    return otp(at(folder)).syntax();
  }

  private String searchPath() {
    return environment.getOrDefault("PATH", "").replace(File.pathSeparatorChar, ':');
  }
}
