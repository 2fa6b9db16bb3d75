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
 * What a check may ask beside the release that it looks at. It is all of the workspace that checks
 * know, so that what their answers depend on can be seen here.
 */
public interface CheckContext {
  /** Returns the name and the accounts of the host. */
  HostFacts host();

  /** Returns the settings that hold for the files of a folder. */
  Settings settings(Path folder);

  /**
   * Returns what is installed for the files of a folder, with the {@code ERL_LIBS} of the caller;
   * what the node of a release has is in the release.
   */
  OtpIndex otp(Path folder);

  /** Returns a file, or empty where it is absent or cannot be read. */
  Optional<SourceFile> file(Path path);

  /**
   * Returns the other releases of the same directories whose node has the same name, as far as they
   * are known, in the order of their names.
   */
  List<Release> releasesWithNodeOf(Release release);
}
