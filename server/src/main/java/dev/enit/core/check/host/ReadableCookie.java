package dev.enit.core.check.host;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.node.Deployed;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.host.Accounts;
import dev.enit.core.host.FileAccess;
import dev.enit.core.release.Release;
import dev.enit.grammar.term.Term;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A cookie in a file that every user of the host can read: who has the cookie has the node. A
 * cookie that is overridden counts as well, it may be in force elsewhere.
 */
public final class ReadableCookie implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    if (!Deployed.isDeployed(release)) {
      return;
    }
    List<Setting> cookies =
        release
            .config()
            .value(NodeKey.SECTION, NodeKey.COOKIE.key())
            .map(EffectiveValue::settings)
            .orElse(List.of());
    Set<Path> seen = new HashSet<>();
    for (Setting cookie : cookies) {
      Path file = cookie.layer().path();
      if (seen.add(file) && FileAccess.isOpenToAll(file, top(file))) {
        report.accept(diagnostic(release, cookie, context.host().accounts()));
      }
    }
  }

  /** The release or configuration directory; what lies above is open on every host. */
  private static Path top(Path file) {
    Path folder = file.getParent();
    return folder == null || folder.getParent() == null ? file : folder.getParent();
  }

  private static Diagnostic diagnostic(Release release, Setting cookie, Accounts accounts) {
    String file = forShell(cookie.layer().path());
    return group(release)
        .filter(group -> accounts.hasGroup(group).orElse(false))
        .map(
            group ->
                Diagnostic.of(DiagnosticCode.READABLE_COOKIE, cookie.place(), file, group)
                    .variant("group"))
        .orElseGet(() -> Diagnostic.of(DiagnosticCode.READABLE_COOKIE, cookie.place(), file));
  }

  /** A path to be copied into a command. */
  private static String forShell(Path path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9/_.,:@+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** The group of the node, where it has one of its own. */
  private static Optional<String> group(Release release) {
    return release
        .config()
        .setting(NodeKey.SECTION, NodeKey.RUN_AS_GROUP.key())
        .map(Setting::value)
        .map(value -> value instanceof Term.Str(var _, String name) ? name : "")
        .filter(name -> name.matches("[A-Za-z0-9_.-]+"));
  }
}
