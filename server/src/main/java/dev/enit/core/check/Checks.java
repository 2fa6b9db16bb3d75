package dev.enit.core.check;

import dev.enit.core.check.section.LooseFiles;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.node.ReleaseDiff;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Source;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs the checks of all codes. */
public final class Checks {
  private static final Comparator<Problem> BY_TEXT =
      Comparator.<Problem>comparingInt(problem -> problem.place().span().start())
          .thenComparing(Problem::severity)
          .thenComparing(problem -> problem.code().id());

  private Checks() {}

  /** Findings of a file that belongs to no release. */
  public static List<Problem> ofFile(Workspace workspace, Path path) {
    List<Problem> found = new ArrayList<>();
    Source source = workspace.source(path).orElse(null);
    if (source instanceof SourceFile file) {
      file(file, workspace.otp(folder(path)), found::add);
      ConfigLayer layer =
          file.isSyntaxOnly() ? null : ConfigLayer.of(file, ConfigLayer.Side.RELEASE);
      if (layer != null && LooseFiles.isConfiguration(layer)) {
        layer(layer, found::add);
      }
    }
    found.sort(BY_TEXT);
    return found;
  }

  /**
   * Findings in the files of a release of which no more than the syntax is looked at, as one of
   * them is too long.
   */
  public static Map<Path, List<Problem>> ofSyntax(Workspace workspace, ReleaseKey key) {
    Map<Path, List<Problem>> found = new TreeMap<>();
    OtpIndex otp = workspace.otp(key.folder());
    for (Path path : ReleaseFiles.all(key, workspace.sources())) {
      List<Problem> problems = new ArrayList<>();
      workspace.file(path).ifPresent(file -> file(file, otp, problems::add));
      if (!problems.isEmpty()) {
        problems.sort(BY_TEXT);
        found.put(path, problems);
      }
    }
    return found;
  }

  /** Findings of a release, by file, each file's in the order of its text. */
  public static Map<Path, List<Problem>> ofRelease(Workspace workspace, Release release) {
    Map<Path, List<Problem>> found = new TreeMap<>();
    Consumer<Problem> report = into(found);
    release
        .specification()
        .map(ReleaseSpecification::file)
        .ifPresent(file -> file(file, release.otp(), report));
    for (ConfigLayer layer : release.layers()) {
      file(layer.file(), release.otp(), report);
      layer(layer, report);
    }
    for (DiagnosticCode code : DiagnosticCode.values()) {
      if (code.check() instanceof Check.OfRelease check) {
        check.check(release, workspace, report);
      }
    }
    found.values().forEach(problems -> problems.sort(BY_TEXT));
    return found;
  }

  /** What a running node has to say, by file, each file's in the order of its text. */
  public static Map<Path, List<Problem>> ofRunning(ReleaseDiff diff) {
    Map<Path, List<Problem>> found = new TreeMap<>();
    for (DiagnosticCode code : DiagnosticCode.values()) {
      if (code.check() instanceof Check.OfRunning check) {
        check.check(diff, into(found));
      }
    }
    found.values().forEach(problems -> problems.sort(BY_TEXT));
    return found;
  }

  private static Consumer<Problem> into(Map<Path, List<Problem>> found) {
    return problem ->
        found.computeIfAbsent(problem.place().path(), _ -> new ArrayList<>()).add(problem);
  }

  private static Path folder(Path path) {
    return path.getParent() == null ? path : path.getParent();
  }

  private static void file(SourceFile file, OtpIndex otp, Consumer<Problem> report) {
    for (DiagnosticCode code : DiagnosticCode.values()) {
      if (code.check() instanceof Check.OfFile check) {
        check.check(file, otp, report);
      }
    }
  }

  private static void layer(ConfigLayer layer, Consumer<Problem> report) {
    for (DiagnosticCode code : DiagnosticCode.values()) {
      if (code.check() instanceof Check.OfLayer check) {
        check.check(layer, report);
      }
    }
  }
}
