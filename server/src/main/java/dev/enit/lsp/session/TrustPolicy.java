package dev.enit.lsp.session;

import dev.enit.core.live.LiveState.Off.Why;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.TrustedDirectories;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The policy on whether the server may act on a release: run it, change its node or connect to it.
 * The client states whether its workspace is trusted, which covers the workspace alone, not every
 * file that the client names.
 */
public final class TrustPolicy {
  private final Configuration configuration;
  private final List<Path> folders;

  TrustPolicy(Configuration configuration, List<Path> folders) {
    this.configuration = configuration;
    this.folders = folders;
  }

  /** Returns whether the user trusts the workspace. */
  public boolean isTrusted() {
    return configuration.present().isOn(ClientSetting.TRUSTED);
  }

  /**
   * Returns why the server must not act on a release of a trusted workspace: a file that determines
   * its effect is outside the workspace, or another user can change its settings file.
   */
  public Optional<Why> barred(Workspace workspace, ReleaseKey key) {
    if (outside(workspace, key).isPresent()) {
      return Optional.of(Why.OUTSIDE);
    }
    return workspace.unsafeSettings(key).map(_ -> Why.UNSAFE);
  }

  /**
   * Returns the reason, as a message, why an action on a release is not allowed; empty if it is
   * allowed.
   *
   * @param title the title of the action
   */
  public Optional<String> refusal(Workspace workspace, ReleaseKey key, String title) {
    return isTrusted()
        ? outside(workspace, key)
            .map(path -> Messages.text("action.outside", title, path))
            .or(
                () ->
                    workspace
                        .unsafeSettings(key)
                        .map(unsafe -> Messages.text("action.unsafe", title, unsafe.path())))
        : Optional.of(Messages.text("action.untrusted", title));
  }

  private Optional<Path> outside(Workspace workspace, ReleaseKey key) {
    return new TrustedDirectories(folders).outside(workspace, key);
  }
}
