package dev.enit.lsp.convert;

import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeText;
import dev.enit.core.ide.lens.Lenses.Lens.Act;
import dev.enit.core.live.LiveState;
import dev.enit.core.live.NodeSummary;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.otp.AppFile;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.release.StartOrder;
import dev.enit.core.text.VisibleText;
import dev.enit.grammar.term.TermPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a release for clients with views of their own, in the results of {@code
 * enit/releases} and {@code enit/release}. The names of the members never change; unknown members
 * are omitted.
 *
 * @param to the converter of locations
 */
public record ReleaseJson(LspConverter to) {

  /**
   * A release; the last members, from the layers on, are absent in a list.
   *
   * @param uri the URI of its {@code release.enit}
   * @param applications the applications in their start order
   * @param log the URI of its node's log, if the node was started in the background
   */
  public record Item(
      String name,
      @Nullable String version,
      String node,
      String uri,
      State state,
      @Nullable List<Layer> layers,
      @Nullable List<Extended> extensions,
      @Nullable List<Application> applications,
      @Nullable String log) {}

  /**
   * The state of its node.
   *
   * @param kind the {@link NodeSummary.Kind} in lower case
   * @param text a line for the user
   * @param restart the number of changes that wait for a restart
   * @param restartReasons why a restart is needed, each in a few words; empty if none is needed
   * @param live whether the state is kept up to date
   * @param actions the commands that apply in this state, in display order
   */
  public record State(
      String kind,
      String text,
      @Nullable Long pid,
      @Nullable Integer pending,
      @Nullable Integer drift,
      @Nullable Integer restart,
      @Nullable List<String> restartReasons,
      boolean live,
      List<String> actions) {}

  /** A layer; {@code scope} is {@code release} or {@code host}. */
  public record Layer(String uri, String name, String scope) {}

  /** An extension and the range of its name. */
  public record Extended(String name, String uri, Range range) {}

  /**
   * An application that the release starts.
   *
   * @param source {@code release}, {@code extension} or {@code needed}
   * @param state {@code running}, {@code waiting} or {@code stopped}; absent if unknown
   * @param uri the URI of its {@code .app} file
   */
  public record Application(
      String name,
      @Nullable String version,
      int order,
      String source,
      @Nullable String state,
      @Nullable String uri) {}

  /** Returns a release for a list. */
  public Item brief(Release release, State state) {
    return item(release, state, null, null, null, null);
  }

  /** Returns a release with its layers, extensions and applications. */
  public Item whole(Release release, State state, LiveState live, Optional<Path> log) {
    List<Layer> layers = new ArrayList<>();
    List<Extended> extensions = new ArrayList<>();
    for (ConfigLayer layer : release.layers()) {
      layers.add(layer(layer));
      layer.extensions().forEach(extension -> extensions.add(extension(layer, extension)));
    }
    return item(
        release,
        state,
        layers,
        extensions,
        applications(release, live),
        log.map(to.uri()).orElse(null));
  }

  private Item item(
      Release release,
      State state,
      @Nullable List<Layer> layers,
      @Nullable List<Extended> extensions,
      @Nullable List<Application> applications,
      @Nullable String log) {
    return new Item(
        release.name(),
        release
            .specification()
            .flatMap(ReleaseSpecification::version)
            .map(VisibleText::line)
            .orElse(null),
        VisibleText.line(release.node().nodename()),
        to.uri().apply(release.key().specification()),
        state,
        layers,
        extensions,
        applications,
        log);
  }

  /** Returns the state of a node and the actions that apply to it. */
  public static State state(
      NodeSummary line,
      LiveState live,
      Optional<ReleaseDiff> diff,
      boolean isLive,
      List<Act> acts) {
    return new State(
        line.kind().wire(),
        VisibleText.line(line.text()),
        pid(live).orElse(null),
        diff.map(d -> d.pending().size()).orElse(null),
        diff.map(d -> d.drift().size()).orElse(null),
        diff.map(d -> d.restart().count()).orElse(null),
        diff.map(d -> d.restart().reasons().stream().map(VisibleText::line).toList()).orElse(null),
        isLive,
        acts.stream().map(CodeLensConverter::command).toList());
  }

  private static Optional<Long> pid(LiveState live) {
    return switch (live) {
      case LiveState.Online online -> number(online.pulse().info().pid());
      case LiveState.Away(NodeStatus.Hidden hidden, var _) when hidden.pid().isPresent() ->
          Optional.of(hidden.pid().getAsLong());
      case LiveState.Away(NodeStatus.Booting(long pid), var _) -> Optional.of(pid);
      default -> Optional.empty();
    };
  }

  private static Optional<Long> number(String pid) {
    return pid.matches("\\d{1,18}") ? Optional.of(Long.valueOf(pid)) : Optional.empty();
  }

  private Layer layer(ConfigLayer layer) {
    return new Layer(
        to.uri().apply(layer.path()),
        VisibleText.line(Objects.toString(layer.path().getFileName())),
        layer.side() == ConfigLayer.Side.HOST ? "host" : "release");
  }

  private Extended extension(ConfigLayer layer, Extension extension) {
    return new Extended(
        VisibleText.line(
            NodeText.of(extension.name()).orElseGet(() -> TermPrinter.print(extension.name()))),
        to.uri().apply(layer.path()),
        to.range(layer.file().terms(), extension.form().absolute(extension.name())));
  }

  private List<Application> applications(Release release, LiveState live) {
    Map<String, String> sources = new HashMap<>();
    for (AppReference app : release.applications()) {
      boolean isOwn = app.place().path().equals(release.key().specification());
      sources.put(app.name(), isOwn ? "release" : "extension");
    }
    List<Application> applications = new ArrayList<>();
    for (String name : StartOrder.of(release).start()) {
      Optional<AppFile> file = release.otp().appFile(name);
      applications.add(
          new Application(
              VisibleText.line(name),
              file.map(AppFile::version).map(VisibleText::line).orElse(null),
              applications.size() + 1,
              sources.getOrDefault(name, "needed"),
              state(name, live).orElse(null),
              file.map(AppFile::path).map(to.uri()).orElse(null)));
    }
    return applications;
  }

  private static Optional<String> state(String application, LiveState live) {
    if (!(live instanceof LiveState.Online online)) {
      return Optional.empty();
    }
    boolean runs =
        online
            .pulse()
            .info()
            .running()
            .map(running -> running.containsKey(application))
            .orElse(false);
    boolean waits =
        online.status() instanceof NodeStatus.Starting starting
            && starting.waiting().contains(application);
    return Optional.of(runs ? "running" : waits ? "waiting" : "stopped");
  }
}
