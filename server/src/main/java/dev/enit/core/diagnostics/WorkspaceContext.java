package dev.enit.core.diagnostics;

import dev.enit.core.check.CheckContext;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The {@link CheckContext} of a snapshot. */
record WorkspaceContext(Workspace workspace) implements CheckContext {
  @Override
  public HostFacts host() {
    return workspace.host();
  }

  @Override
  public Settings settings(Path folder) {
    return workspace.settings(folder);
  }

  @Override
  public OtpIndex otp(Path folder) {
    return workspace.otp(folder);
  }

  @Override
  public Optional<SourceFile> file(Path path) {
    return workspace.file(path);
  }

  @Override
  public List<Release> releasesWithNodeOf(Release release) {
    return workspace.releasesWithNodeOf(release).stream()
        .sorted(Comparator.comparing(ReleaseKey::name))
        .map(workspace::release)
        .toList();
  }
}
