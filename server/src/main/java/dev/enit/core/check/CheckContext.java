package dev.enit.core.check;

import dev.enit.core.otp.OtpIndex;
import dev.enit.core.release.Release;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The part of the workspace that checks see besides their release: all that their results can
 * depend on.
 */
public interface CheckContext {
  /** Returns the name and the accounts of the host. */
  HostFacts host();

  /** Returns the settings that apply to the files of a folder. */
  Settings settings(Path folder);

  /**
   * Returns the applications that are installed for the files of a folder, with the {@code
   * ERL_LIBS} of the caller; those of the node of a release are in the release.
   */
  OtpIndex otp(Path folder);

  /** Returns a file, or empty if it is absent or cannot be read. */
  Optional<SourceFile> file(Path path);

  /**
   * Returns the other releases of the same directories whose node has the same name, as far as they
   * are known, in the order of their names.
   */
  List<Release> releasesWithNodeOf(Release release);
}
