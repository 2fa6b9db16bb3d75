package dev.enit.core.report;

import dev.enit.core.ide.Markdown;
import dev.enit.core.live.LiveState;
import dev.enit.core.live.NodeSummary;
import dev.enit.core.node.BootStatus;
import dev.enit.core.node.KeyDifference;
import dev.enit.core.node.NodeInfo;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.text.DurationText;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The status of a release and its node as a Markdown page, from the followed state of the node. It
 * asks no node and has no secrets.
 */
public final class StatusPage {
  private final Workspace workspace;
  private final Release release;
  private final StringBuilder page = new StringBuilder();

  private StatusPage(Workspace workspace, Release release) {
    this.workspace = workspace;
    this.release = release;
  }

  /** Returns the page; every line ends with a line feed. */
  public static String of(Workspace workspace, ReleaseKey key) {
    return new StatusPage(workspace, workspace.release(key)).text();
  }

  private String text() {
    String version = release.specification().flatMap(ReleaseSpecification::version).orElse("");
    line("# " + Markdown.plain((release.name() + " " + version).strip()));
    LiveState state = workspace.live(release.key());
    UnknownNode.markdown(release, state).ifPresent(why -> paragraph(why));
    if (state instanceof LiveState.Online online) {
      online(online);
    } else {
      facts(Optional.empty());
    }
    layers();
    return page.toString();
  }

  private void online(LiveState.Online online) {
    NodeInfo info = online.pulse().info();
    Optional<ReleaseDiff> diff = workspace.diff(release.key());
    NodeSummary.of(online, diff, online.pulse().at())
        .marked()
        .ifPresent(text -> paragraph("**" + Markdown.plain(text) + "**"));
    paragraph("*" + words("as-of", UnknownNode.time(online.pulse().at())) + "*");
    info.boot().flatMap(BootStatus::failed).ifPresent(this::failure);
    facts(Optional.of(info));
    diff.ifPresent(this::differences);
    applications(info, online.status());
    memory(info.memory());
  }

  private void failure(BootStatus.Failure failure) {
    String retry =
        failure
            .retryIn()
            .map(ms -> Messages.text("status.retry", DurationText.precise(ms)))
            .orElseGet(() -> Messages.text("status.no-retry"));
    paragraph(
        Markdown.plain(
            Messages.text("status.failed", failure.application(), failure.reason(), retry)));
  }

  private void facts(Optional<NodeInfo> info) {
    heading("release");
    header("fact", "value");
    row(Messages.text("status.node"), cell(release.node().nodename()));
    info.ifPresent(
        known -> {
          row(Messages.text("status.pid"), cell(known.pid()));
          row(Messages.text("status.uptime"), DurationText.precise(known.uptime()));
          row(Messages.text("status.otp"), cell(known.otp() + " (erts " + known.erts() + ")"));
          if (!known.connected().isEmpty()) {
            row(Messages.text("status.connected"), cells(known.connected()));
          }
        });
    List<String> extensions = ExtensionNames.texts(release);
    if (!extensions.isEmpty()) {
      row(Messages.text("status.extensions"), cells(extensions));
    }
  }

  private void differences(ReleaseDiff diff) {
    heading("differences");
    if (diff.isEmpty()) {
      line(words("in-sync"));
      return;
    }
    keys("pending", diff.pending());
    keys("drift", diff.drift());
    List<String> reasons = diff.restart().reasons();
    if (!reasons.isEmpty()) {
      line("- " + words("restart") + " " + codes(reasons));
    }
    List<String> patched =
        diff.restart().code().patched().stream().map(module -> module.module()).toList();
    if (!patched.isEmpty()) {
      line("- " + words("patched") + " " + codes(patched));
    }
  }

  private void keys(String name, List<KeyDifference> differences) {
    if (!differences.isEmpty()) {
      Function<KeyDifference, String> key =
          difference -> difference.change().application() + " " + difference.change().key();
      line("- " + words(name) + " " + codes(differences.stream().map(key).toList()));
    }
  }

  /** Adds the applications of the release in their start order, then the others that run. */
  private void applications(NodeInfo info, NodeStatus status) {
    heading("applications");
    header("application", "version", "state");
    Map<String, String> running = info.running().orElse(Map.of());
    Set<String> names = new LinkedHashSet<>();
    release.applications().stream().map(AppReference::name).forEach(names::add);
    names.addAll(running.keySet());
    List<String> waiting =
        status instanceof NodeStatus.Starting starting ? starting.waiting() : List.of();
    for (String name : names) {
      row(cell(name), cell(running.getOrDefault(name, "")), state(name, info, waiting));
    }
  }

  private static String state(String name, NodeInfo info, List<String> waiting) {
    if (info.running().isEmpty()) {
      return words("app.unknown");
    }
    if (info.running().get().containsKey(name)) {
      return words("app.running");
    }
    return words(waiting.contains(name) ? "app.waiting" : "app.not-running");
  }

  private void memory(Map<String, Long> memory) {
    heading("memory");
    header("kind", "size");
    memory.forEach((kind, bytes) -> row(MemorySize.label(kind), MemorySize.text(bytes)));
  }

  private void layers() {
    heading("layers");
    release.files().forEach(file -> line("1. " + Markdown.code(shown(file))));
  }

  /** Returns a path; in a copy of a host tree, as it is on the host. */
  private String shown(Path file) {
    Path home = release.key().roots().releaseDir();
    Path other = release.key().roots().configDir().orElse(home);
    while (home != null && !other.startsWith(home)) {
      home = home.getParent();
    }
    return home == null || home.getNameCount() == 0
        ? file.toString()
        : home.relativize(file).toString();
  }

  private void heading(String key) {
    paragraph("## " + words(key));
    line("");
  }

  private void header(String... keys) {
    row(List.of(keys).stream().map(StatusPage::words).toArray(String[]::new));
    line("|" + " --- |".repeat(keys.length));
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private static String cell(String text) {
    return text.isEmpty() ? "" : Markdown.code(text).replace("|", "\\|");
  }

  private static String cells(List<String> texts) {
    return String.join(", ", texts.stream().sorted().map(StatusPage::cell).toList());
  }

  private static String codes(List<String> texts) {
    return String.join(", ", texts.stream().map(Markdown::code).toList());
  }

  private void paragraph(String text) {
    line("");
    line(text);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static String words(String key, Object... arguments) {
    return Messages.text("page.status." + key, arguments);
  }
}
