package dev.enit.cli.systemd;

import dev.enit.cli.command.CommandContext;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.otp.OtpLocator;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options with which a unit finds the directories and the OTP of this command line. */
record UnitOptions(CommandContext context) {
  private static final Path DIRECTORY = Path.of("/");

  /** The default search path of systemd. */
  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin";

  List<String> of(Release release, Workspace workspace) {
    Settings here = workspace.settings(release.key().folder());
    Settings there =
        new WorkspaceHost(Settings.NONE, Map.of(), context.host().get())
            .snapshot()
            .settings(DIRECTORY);
    List<String> options = new ArrayList<>();
    roots(release.key().roots(), ReleaseFiles.roots(there), options);
    otp(release, there, options);
    List<Path> libDirs = new ArrayList<>(here.libDirs());
    if (LaunchSettings.of(release.config()).user().isPresent()) {
      // The unit belongs to root, whose ERL_LIBS would not reach the node of that user.
      libDirs.addAll(release.otp().callerDirs());
    }
    if (!libDirs.equals(there.libDirs())) {
      libDirs.forEach(folder -> add("--lib-dir", folder, options));
    }
    return options;
  }

  private static void roots(Roots here, Roots there, List<String> options) {
    if (!here.releaseDir().equals(there.releaseDir())) {
      add("--release-dir", here.releaseDir(), options);
    }
    if (!here.configDir().equals(there.configDir())) {
      here.configDir().ifPresent(folder -> add("--config-dir", folder, options));
    }
  }

  private static void otp(Release release, Settings there, List<String> options) {
    Optional<Path> found = release.otp().install().map(OtpInstall::root);
    Optional<Path> elsewhere = OtpLocator.locate(there.otp(), PATH).map(OtpInstall::root);
    if (!found.equals(elsewhere)) {
      found.ifPresent(root -> add("--otp", root, options));
    }
  }

  private static void add(String option, Path value, List<String> options) {
    options.add(option);
    options.add(value.toString());
  }
}
