package dev.enit.cli.status;

import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import dev.enit.cli.command.NamedRelease.BrokenPart;
import dev.enit.cli.status.ListCommand.ListedRelease;
import dev.enit.cli.terminal.JsonOutput;
import dev.enit.core.config.Cookie;
import dev.enit.core.node.BootStatus;
import dev.enit.core.node.CodeDiff;
import dev.enit.core.node.NameHolder;
import dev.enit.core.node.NodeInfo;
import dev.enit.core.node.NodeInspection;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.UnexpectedEnd;
import dev.enit.core.release.Release;
import dev.enit.core.report.ExtensionNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The status of a release, and the list of releases, as JSON; unknown members are omitted. */
final class JsonStatus {
  private record Head(
      String release,
      String version,
      String node,
      @Nullable String cookie,
      @Nullable List<String> extensions) {}

  private record State(
      String state,
      @Nullable String reason,
      @Nullable String message,
      @Nullable Long pid,
      @SerializedName("unexpected_end") @Nullable End unexpectedEnd,
      @SerializedName("used_by") @Nullable User usedBy) {
    State(String state) {
      this(state, null, null, null, null, null);
    }
  }

  private record End(
      long pid,
      @SerializedName("last_seen") String lastSeen,
      @SerializedName("by_itself") boolean byItself,
      @Nullable String log) {}

  private record User(
      @Nullable Long pid,
      @Nullable String user,
      @SerializedName("started_by_enit") boolean startedByEnit,
      @Nullable String release,
      @SerializedName("release_dir") @Nullable String releaseDir,
      @SerializedName("config_dir") @Nullable String configDir) {}

  private record Broken(String broken) {}

  private record Info(
      List<String> waiting,
      String otp,
      String erts,
      @Nullable Long pid,
      @SerializedName("started_by_enit") boolean startedByEnit,
      @SerializedName("uptime_ms") long uptimeMs,
      List<String> connected,
      @Nullable Map<String, String> applications,
      Map<String, Long> memory,
      @Nullable Boot boot) {}

  private record Boot(long attempt, boolean stopping, @Nullable Failed failed) {}

  private record Failed(
      String application, String reason, @SerializedName("retry_in_ms") @Nullable Long retryInMs) {}

  private record Restart(@SerializedName("restart_reasons") List<String> reasons) {}

  private record Code(
      @SerializedName("code_paths_gone") List<String> pathsGone,
      @SerializedName("modules_loaded_by_hand") List<String> loadedByHand) {}

  private record Listed(List<JsonObject> releases) {}

  private JsonStatus() {}

  /**
   * Returns the document of one release.
   *
   * @param broken the broken part of its files
   */
  static JsonObject one(
      Release release, NodeInspection look, Optional<BrokenPart> broken, boolean showsCookie) {
    List<Object> parts = new ArrayList<>();
    Optional<String> cookie = release.node().cookie().map(Cookie::reveal);
    parts.add(
        new Head(
            release.name(),
            TextStatus.version(release),
            release.node().nodename(),
            showsCookie ? cookie.orElse(null) : null,
            ExtensionNames.texts(release)));
    parts.add(state(look.status()));
    broken.ifPresent(part -> parts.add(new Broken(part.words())));
    switch (look.status()) {
      case NodeStatus.Running(NodeInfo info) -> parts.add(info(info, List.of()));
      case NodeStatus.Starting(NodeInfo info, List<String> waiting) ->
          parts.add(info(info, waiting));
      case NodeStatus.Booting _,
          NodeStatus.Stopped _,
          NodeStatus.NameInUse _,
          NodeStatus.Hidden _ -> {}
    }
    look.restart()
        .ifPresent(
            restart -> {
              parts.add(new Restart(restart.reasons()));
              parts.add(code(restart.code()));
            });
    return JsonOutput.merged(parts);
  }

  /** Returns the document of a list; releases that cannot be read are among the others. */
  static Object list(List<ListedRelease> releases) {
    return new Listed(releases.stream().map(JsonStatus::listed).toList());
  }

  private static JsonObject listed(ListedRelease listed) {
    List<Object> parts = new ArrayList<>();
    switch (listed) {
      case ListedRelease.Asked(var release, var look, var _) -> {
        String version = TextStatus.version(release);
        parts.add(new Head(release.name(), version, release.node().nodename(), null, null));
        parts.add(state(look.status()));
        look.restart().ifPresent(restart -> parts.add(new Restart(restart.reasons())));
      }
      case ListedRelease.Unknown(String name, var part) -> {
        parts.add(new Head(name, "", "", null, null));
        parts.add(new State("unreachable", "broken-configuration", part.words(), null, null, null));
      }
    }
    listed.broken().ifPresent(part -> parts.add(new Broken(part.words())));
    return JsonOutput.merged(parts);
  }

  private static State state(NodeStatus status) {
    return switch (status) {
      case NodeStatus.Running _ -> new State("running");
      case NodeStatus.Starting _ -> new State("starting");
      case NodeStatus.Booting(long pid) -> new State("starting", null, null, pid, null, null);
      case NodeStatus.Stopped stopped ->
          new State(
              "stopped", null, null, null, stopped.end().map(JsonStatus::end).orElse(null), null);
      case NodeStatus.NameInUse inUse ->
          new State("name-in-use", null, inUse.message(), null, null, user(inUse.occupant()));
      case NodeStatus.Hidden hidden ->
          new State(
              "unreachable",
              hidden.reason().code(),
              hidden.message(),
              number(hidden.pid()),
              null,
              null);
    };
  }

  private static End end(UnexpectedEnd end) {
    return new End(end.pid(), end.lastSeen().toString(), end.isByItself(), text(end.log()));
  }

  private static User user(NameHolder occupant) {
    return new User(
        number(occupant.pid()),
        occupant.user().orElse(null),
        occupant.release().isPresent(),
        occupant.release().orElse(null),
        text(occupant.releaseDir()),
        text(occupant.configDir()));
  }

  private static Info info(NodeInfo info, List<String> waiting) {
    return new Info(
        waiting,
        info.otp(),
        info.erts(),
        info.pid().matches("\\d{1,18}") ? Long.valueOf(info.pid()) : null,
        !info.isForeign(),
        info.uptime(),
        info.connected(),
        info.running().orElse(null),
        info.memory(),
        info.boot().map(JsonStatus::boot).orElse(null));
  }

  private static Boot boot(BootStatus boot) {
    return new Boot(
        boot.attempt(),
        boot.state() == BootStatus.State.STOPPING,
        boot.failed()
            .map(f -> new Failed(f.application(), f.reason(), f.retryIn().orElse(null)))
            .orElse(null));
  }

  private static Code code(CodeDiff code) {
    return new Code(
        code.gone().stream().map(gone -> gone.folder().toString()).toList(),
        code.patched().stream().map(CodeDiff.PatchedModule::module).toList());
  }

  private static @Nullable String text(Optional<Path> path) {
    return path.map(Path::toString).orElse(null);
  }

  private static @Nullable Long number(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
