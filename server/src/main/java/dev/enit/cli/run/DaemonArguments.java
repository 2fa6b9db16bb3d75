package dev.enit.cli.run;

import dev.enit.core.node.DaemonCommand;
import dev.enit.core.node.LaunchOptions;
import dev.enit.core.node.SelfCommand;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** {@code enit startfg} with the option that puts it into the background. */
public final class DaemonArguments implements DaemonCommand {
  @Override
  public List<String> words(ReleaseKey release, Settings settings, LaunchOptions options) {
    List<String> words = new ArrayList<>(List.of("startfg", StartfgCommand.DAEMON));
    Roots roots = release.roots();
    words.addAll(List.of("--release-dir", roots.releaseDir().toString()));
    roots.configDir().ifPresent(dir -> words.addAll(List.of("--config-dir", dir.toString())));
    settings.otp().ifPresent(otp -> words.addAll(List.of("--otp", otp.toString())));
    settings.libDirs().forEach(dir -> words.addAll(List.of("--lib-dir", dir.toString())));
    words.addAll(StartOptions.words(options));
    words.addAll(List.of("--", release.name()));
    return SelfCommand.of(words);
  }
}
