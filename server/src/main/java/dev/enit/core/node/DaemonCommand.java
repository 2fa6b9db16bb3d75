package dev.enit.core.node;

import dev.enit.core.release.ReleaseKey;
import dev.enit.core.settings.Settings;
import java.util.List;

/**
 * How this program is run once more, to become the emulator of a release with {@link
 * Launcher#becomeDaemon}. The command line knows.
 */
@FunctionalInterface
public interface DaemonCommand {
  /**
   * The words of the command, the program first.
   *
   * @param settings what was said expressly; the rest the other process finds by itself
   */
  List<String> words(ReleaseKey release, Settings settings, LaunchOptions options);
}
