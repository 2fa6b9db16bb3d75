package dev.enit.cli.status;

import dev.enit.cli.command.BrokenPart;
import dev.enit.cli.terminal.IndentedJson;
import dev.enit.cli.terminal.Output;
import dev.enit.core.node.BootStatus;
import dev.enit.core.node.CodeDiff;
import dev.enit.core.node.NameHolder;
import dev.enit.core.node.NodeInfo;
import dev.enit.core.node.NodeInspection;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.RestartDiff;
import dev.enit.core.node.UnexpectedEnd;
import dev.enit.core.release.Release;
import dev.enit.core.report.ExtensionNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The status for programs. What the node says of itself is there where it could be asked. */
public final class JsonStatus {
  private final IndentedJson json;
  private final boolean showsCookie;

  JsonStatus(Output out, boolean showsCookie) {
    this.json = new IndentedJson(out);
    this.showsCookie = showsCookie;
  }

  /**
   * Prints the document.
   *
   * @param broken what is broken in the files of the release
   */
  void print(Release release, NodeInspection look, Optional<BrokenPart> broken) {
    NodeStatus status = look.status();
    json.object()
        .field("release", release.name())
        .field("version", TextStatus.version(release))
        .field("node", release.node().nodename());
    if (showsCookie) {
      release.node().cookie().ifPresent(cookie -> json.field("cookie", cookie.reveal()));
    }
    json.field("extensions", ExtensionNames.texts(release));
    state(json, status);
    broken.ifPresent(part -> json.field("broken", part.words()));
    switch (status) {
      case NodeStatus.Running(NodeInfo info) -> info(info, List.of());
      case NodeStatus.Starting(NodeInfo info, List<String> waiting) -> info(info, waiting);
      case NodeStatus.Booting _,
          NodeStatus.Stopped _,
          NodeStatus.NameInUse _,
          NodeStatus.Hidden _ -> {}
    }
    restart(json, look);
    look.restart().map(RestartDiff::code).ifPresent(this::code);
    json.end().finish();
  }

  /** Why the node needs a restart, within an open object; nothing where it was not compared. */
  public static void restart(IndentedJson json, NodeInspection look) {
    look.restart().ifPresent(restart -> json.field("restart_reasons", restart.reasons()));
  }

  private void code(CodeDiff code) {
    json.field(
        "code_paths_gone", code.gone().stream().map(gone -> gone.folder().toString()).toList());
    json.field("modules_loaded_by_hand", code.patched().stream().map(p -> p.module()).toList());
  }

  /** The fields that tell the state, within an open object. */
  public static void state(IndentedJson json, NodeStatus status) {
    switch (status) {
      case NodeStatus.Running _ -> json.field("state", "running");
      case NodeStatus.Starting _ -> json.field("state", "starting");
      case NodeStatus.Booting(long pid) -> json.field("state", "starting").field("pid", pid);
      case NodeStatus.Stopped stopped -> {
        json.field("state", "stopped");
        stopped.end().ifPresent(end -> end(json, end));
      }
      case NodeStatus.NameInUse inUse -> {
        json.field("state", "name-in-use").field("message", inUse.message());
        usedBy(json, inUse.occupant());
      }
      case NodeStatus.Hidden hidden -> {
        json.field("state", "unreachable").field("reason", hidden.reason().code());
        json.field("message", hidden.message());
        hidden.pid().ifPresent(pid -> json.field("pid", pid));
      }
    }
  }

  private static void end(IndentedJson json, UnexpectedEnd end) {
    json.name("unexpected_end").object();
    json.field("pid", end.pid()).field("last_seen", end.lastSeen().toString());
    json.field("by_itself", end.isByItself());
    end.log().ifPresent(log -> json.field("log", log.toString()));
    json.end();
  }

  private static void usedBy(IndentedJson json, NameHolder occupant) {
    json.name("used_by").object();
    occupant.pid().ifPresent(pid -> json.field("pid", pid));
    occupant.user().ifPresent(user -> json.field("user", user));
    json.field("started_by_enit", occupant.release().isPresent());
    occupant.release().ifPresent(release -> json.field("release", release));
    occupant.releaseDir().ifPresent(folder -> json.field("release_dir", folder.toString()));
    occupant.configDir().ifPresent(folder -> json.field("config_dir", folder.toString()));
    json.end();
  }

  private void info(NodeInfo info, List<String> waiting) {
    json.field("waiting", waiting).field("otp", info.otp()).field("erts", info.erts());
    if (info.pid().matches("\\d{1,18}")) {
      json.field("pid", Long.parseLong(info.pid()));
    }
    json.field("started_by_enit", !info.isForeign());
    json.field("uptime_ms", info.uptime()).field("connected", info.connected());
    info.running().ifPresent(this::applications);
    json.name("memory").object();
    info.memory().forEach(json::field);
    json.end();
    info.boot().ifPresent(this::boot);
  }

  private void applications(Map<String, String> running) {
    json.name("applications").object();
    running.forEach(json::field);
    json.end();
  }

  private void boot(BootStatus boot) {
    json.name("boot").object().field("attempt", boot.attempt());
    json.field("stopping", boot.state() == BootStatus.State.STOPPING);
    if (boot.failed().isPresent()) {
      BootStatus.Failure failed = boot.failed().get();
      json.name("failed").object().field("application", failed.application());
      json.field("reason", failed.reason());
      failed.retryIn().ifPresent(ms -> json.field("retry_in_ms", ms));
      json.end();
    }
    json.end();
  }
}
