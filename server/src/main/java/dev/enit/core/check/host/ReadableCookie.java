package dev.enit.core.check.host;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.node.Deployed;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.Setting;
import dev.enit.core.host.Accounts;
import dev.enit.core.host.FileAccess;
import dev.enit.core.host.WriteAccess;
import dev.enit.core.release.Release;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.text.ShellWord;
import dev.enit.grammar.term.Term;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reports a cookie in a file that every user of the host can read, or a group with members other
 * than the users of the release: a user who knows the cookie can run code in the node. An
 * overridden cookie counts as well, since it may be in force on another host.
 */
public final class ReadableCookie implements Check.OfRelease {
  private static final int MOST_NAMES = 3;

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
      if (!seen.add(file)) {
        continue;
      }
      if (FileAccess.isOpenToAll(file, top(file))) {
        report.accept(diagnostic(release, cookie, context.host().accounts()));
      } else {
        ofMembers(release, cookie, context.host()).ifPresent(report);
      }
    }
  }

  /**
   * Returns the diagnostic for a cookie that a group's members other than the users of the release
   * can read.
   */
  private static Optional<Diagnostic> ofMembers(Release release, Setting cookie, HostFacts host) {
    Path file = cookie.layer().path();
    Optional<String> group = FileAccess.readingGroup(file, top(file));
    WriteAccess trusted =
        LaunchSettings.of(release.config())
            .user()
            .map(host.writeAccess()::trusting)
            .orElse(host.writeAccess());
    List<String> others =
        group.flatMap(host.accounts()::members).orElse(Set.of()).stream()
            .filter(member -> !trusted.isTrusted(member))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    String names =
        others.stream().limit(MOST_NAMES).collect(Collectors.joining("`, `", "`", "`"))
            + (others.size() > MOST_NAMES ? ", …" : "");
    return Optional.of(
        Diagnostic.of(
                DiagnosticCode.READABLE_COOKIE,
                cookie.place(),
                ShellWord.of(file),
                group.orElseThrow(),
                names)
            .variant("members"));
  }

  /**
   * Returns the release or configuration directory; the directories above are open on every host.
   */
  private static Path top(Path file) {
    Path folder = file.getParent();
    return folder == null || folder.getParent() == null ? file : folder.getParent();
  }

  private static Diagnostic diagnostic(Release release, Setting cookie, Accounts accounts) {
    String file = ShellWord.of(cookie.layer().path());
    return group(release)
        .filter(group -> accounts.hasGroup(group).orElse(false))
        .map(
            group ->
                Diagnostic.of(DiagnosticCode.READABLE_COOKIE, cookie.place(), file, group)
                    .variant("group"))
        .orElseGet(() -> Diagnostic.of(DiagnosticCode.READABLE_COOKIE, cookie.place(), file));
  }

  /** Returns the group of the node, if it has one. */
  private static Optional<String> group(Release release) {
    return release
        .config()
        .setting(NodeKey.SECTION, NodeKey.RUN_AS_GROUP.key())
        .map(Setting::value)
        .map(value -> value instanceof Term.Str(var _, String name) ? name : "")
        .filter(name -> name.matches("[A-Za-z0-9_.-]+"));
  }
}
