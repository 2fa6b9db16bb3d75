package dev.enit.cli.status;

import dev.enit.cli.terminal.Output;
import dev.enit.core.node.BootStatus;
import dev.enit.core.node.NodeInfo;
import dev.enit.core.node.NodeInspection;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.RestartDiff;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.report.DiffText;
import dev.enit.core.report.ExtensionNames;
import dev.enit.core.report.MemorySize;
import dev.enit.core.text.DurationText;
import dev.enit.core.text.Messages;
import dev.enit.core.text.TerminalText;
import java.util.List;
import java.util.Map;

/** The status as text, in the layout of the original enit. */
record TextStatus(Output out, int width) {
  private static final int FACT = 9;

  void print(Release release, NodeInspection look) {
    fact("release", release.name());
    fact("version", version(release));
    fact("node", release.node().nodename());
    fact("cookie", release.node().cookie().map(cookie -> cookie.reveal()).orElse(""));
    List<String> extensions = ExtensionNames.texts(release);
    if (!extensions.isEmpty()) {
      fact("extensions", String.join(", ", extensions));
    }
    out.line("");
    switch (look.status()) {
      case NodeStatus.Running(NodeInfo info) -> online(info, List.of(), look);
      case NodeStatus.Starting(NodeInfo info, List<String> waiting) -> online(info, waiting, look);
      case NodeStatus.Booting(long pid) -> {
        out.line(Messages.text("status.booting"));
        out.line("");
        line("pid", Long.toString(pid));
      }
      case NodeStatus.Stopped stopped -> {
        out.line(Messages.text("status.offline"));
        stopped.end().ifPresent(end -> paragraph(end.message()));
      }
      case NodeStatus.NameInUse inUse -> {
        out.line(Messages.text("status.offline"));
        paragraph(inUse.message());
      }
      case NodeStatus.Hidden hidden -> {
        out.line(Messages.text("status.hidden"));
        paragraph(hidden.message());
      }
    }
  }

  private void paragraph(String text) {
    out.line("");
    out.print(TerminalText.wrap(TerminalText.harmless(text), width) + "\n");
  }

  /** Returns the version of a release, or an empty text. */
  static String version(Release release) {
    return release.specification().flatMap(ReleaseSpecification::version).orElse("");
  }

  private void online(NodeInfo info, List<String> waiting, NodeInspection look) {
    boolean isStopping =
        info.boot().filter(boot -> boot.state() == BootStatus.State.STOPPING).isPresent();
    out.line(Messages.text(isStopping ? "status.stopping" : "status.online"));
    if (info.isForeign()) {
      out.line(Messages.text("status.foreign"));
    }
    out.line("");
    if (!waiting.isEmpty()) {
      out.line(Messages.text("status.waiting"));
      waiting.forEach(app -> out.line(" " + TerminalText.harmless(app)));
    }
    info.boot().flatMap(BootStatus::failed).ifPresent(this::failure);
    if (!waiting.isEmpty()) {
      out.line("");
    }
    look.restart().ifPresent(this::restart);
    facts(info);
  }

  private void restart(RestartDiff restart) {
    List<String> patched =
        restart.code().patched().stream().map(module -> module.module()).toList();
    names("restart", restart.reasons());
    names("patched", patched);
    List<String> gone = DiffText.remarks(restart.code());
    gone.forEach(
        remark -> out.print(TerminalText.wrap(TerminalText.harmless(remark), width) + "\n"));
    if (!restart.isEmpty() || !patched.isEmpty() || !gone.isEmpty()) {
      out.line("");
    }
  }

  private void names(String key, List<String> names) {
    if (!names.isEmpty()) {
      line(key, "");
      names.forEach(name -> out.line(" " + TerminalText.harmless(name)));
    }
  }

  private void failure(BootStatus.Failure failure) {
    String retry =
        failure
            .retryIn()
            .map(ms -> Messages.text("status.retry", DurationText.precise(ms)))
            .orElseGet(() -> Messages.text("status.no-retry"));
    out.line(
        TerminalText.harmless(
            Messages.text("status.failed", failure.application(), failure.reason(), retry)));
  }

  private void facts(NodeInfo info) {
    line("otp", info.otp());
    line("pid", info.pid());
    line("uptime", DurationText.precise(info.uptime()));
    line("connected", "");
    info.connected().stream().sorted().forEach(node -> out.line(" " + TerminalText.harmless(node)));
    line("running", info.running().isEmpty() ? Messages.text("status.running-unknown") : "");
    info.running().ifPresent(this::applications);
    line("memory", "");
    info.memory().forEach(this::memory);
  }

  private void applications(Map<String, String> running) {
    int widest = running.keySet().stream().mapToInt(TerminalText::width).max().orElse(0);
    running.forEach(
        (name, version) ->
            out.line(" " + TerminalText.pad(TerminalText.harmless(name), widest) + " " + version));
  }

  private void memory(String kind, long bytes) {
    String label = MemorySize.label(kind) + ":";
    out.line(
        " " + TerminalText.pad(label, MemorySize.WIDEST_LABEL + 1) + " " + MemorySize.text(bytes));
  }

  /** Prints a fact of the release, with the values of all facts in one column. */
  private void fact(String key, String value) {
    String label = TerminalText.pad(Messages.text("status." + key) + ":", FACT);
    String text = (label.endsWith(" ") ? label : label + " ") + TerminalText.harmless(value);
    out.line(text.stripTrailing());
  }

  /** Prints a fact of the node. */
  private void line(String key, String value) {
    out.line(
        (Messages.text("status." + key) + ": " + TerminalText.harmless(value)).stripTrailing());
  }
}
