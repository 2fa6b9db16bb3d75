package dev.enit.core.diagnostics;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.section.LooseFiles;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.source.Source;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The runner of all checks over the files of a snapshot. */
public final class CheckRunner {
  private CheckRunner() {}

  /** Returns the diagnostics of a file that belongs to no release. */
  static List<Diagnostic> ofFile(Workspace workspace, Path path) {
    FileDiagnostics found = new FileDiagnostics();
    Source source = workspace.source(path).orElse(null);
    if (source instanceof SourceFile file) {
      file(file, workspace.otp(folder(path)), found::add);
      ConfigLayer layer =
          file.isSyntaxOnly() ? null : ConfigLayer.of(file, ConfigLayer.Side.RELEASE);
      if (layer != null && LooseFiles.isConfiguration(layer)) {
        layer(layer, found::add);
      }
    }
    return masked(workspace, found.inOrder());
  }

  /**
   * Returns the syntax diagnostics in the files of a release that has a too long document: nothing
   * else is checked.
   */
  static Map<Path, List<Diagnostic>> ofSyntax(Workspace workspace, ReleaseKey key) {
    Map<Path, List<Diagnostic>> found = new TreeMap<>();
    OtpIndex otp = workspace.otp(key.folder());
    for (Path path : ReleaseFiles.all(key, workspace.sources())) {
      FileDiagnostics ofFile = new FileDiagnostics();
      workspace.file(path).ifPresent(file -> file(file, otp, ofFile::add));
      List<Diagnostic> diagnostics = ofFile.inOrder();
      if (!diagnostics.isEmpty()) {
        found.put(path, masked(workspace, diagnostics));
      }
    }
    return found;
  }

  /** Returns the diagnostics of a release, by file, each file's in the order of its text. */
  public static Map<Path, List<Diagnostic>> ofRelease(Workspace workspace, Release release) {
    Map<Path, FileDiagnostics> found = new HashMap<>();
    Consumer<Diagnostic> report = into(found);
    release
        .specification()
        .map(ReleaseSpecification::file)
        .ifPresent(file -> file(file, release.otp(), report));
    for (ConfigLayer layer : release.layers()) {
      file(layer.file(), release.otp(), report);
      layer(layer, report);
    }
    CheckContext context = new WorkspaceContext(workspace);
    for (Check.OfRelease check : CheckTable.OF_RELEASE) {
      CancellationToken.check();
      check.check(release, context, report);
    }
    Map<Path, List<Diagnostic>> byFile = inOrder(found);
    byFile.replaceAll((_, diagnostics) -> masked(workspace, diagnostics));
    return byFile;
  }

  /** Returns the diagnostics of a running node, by file, each file's in the order of its text. */
  static Map<Path, List<Diagnostic>> ofRunning(ReleaseDiff diff) {
    Map<Path, FileDiagnostics> found = new HashMap<>();
    for (Check.OfRunning check : CheckTable.OF_RUNNING) {
      check.check(diff, into(found));
    }
    return inOrder(found);
  }

  private static List<Diagnostic> masked(Workspace workspace, List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic -> DiagnosticSecrets.masked(workspace, diagnostic))
        .toList();
  }

  private static Consumer<Diagnostic> into(Map<Path, FileDiagnostics> found) {
    return diagnostic ->
        found
            .computeIfAbsent(diagnostic.place().path(), _ -> new FileDiagnostics())
            .add(diagnostic);
  }

  private static Map<Path, List<Diagnostic>> inOrder(Map<Path, FileDiagnostics> found) {
    Map<Path, List<Diagnostic>> byFile = new TreeMap<>();
    found.forEach((path, diagnostics) -> byFile.put(path, diagnostics.inOrder()));
    return byFile;
  }

  private static Path folder(Path path) {
    return path.getParent() == null ? path : path.getParent();
  }

  private static void file(SourceFile file, OtpIndex otp, Consumer<Diagnostic> report) {
    for (Check.OfFile check : CheckTable.OF_FILE) {
      CancellationToken.check();
      check.check(file, otp, report);
    }
  }

  private static void layer(ConfigLayer layer, Consumer<Diagnostic> report) {
    for (Check.OfLayer check : CheckTable.OF_LAYER) {
      CancellationToken.check();
      check.check(layer, report);
    }
  }

  /** The {@link CheckContext} of a snapshot. */
  private record WorkspaceContext(Workspace workspace) implements CheckContext {
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
}
