package dev.enit.core.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests that the samples have the diagnostics that their names tell, with the installed OTP. */
class SamplesTest {
  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();

  /** A line for each diagnostic: {@code FILE:LINE severity slug}. */
  @Test
  void eachBrokenSampleHasTheDiagnosticThatItsNameTells() throws IOException {
    List<String> expected =
        Files.readAllLines(Path.of("src/test/resources/samples-broken.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    assertEquals(String.join("\n", expected), String.join("\n", diagnostics("broken")));
  }

  /** Hints are welcome: the sample shows layers that override each other. */
  @Test
  void theCompleteSampleHasNoMistake() {
    List<String> diagnostics =
        diagnostics("relex").stream().filter(line -> !line.contains(" hint ")).toList();
    assertEquals(List.of(), diagnostics);
  }

  private static List<String> diagnostics(String sample) {
    Path root = SAMPLES.resolve(sample);
    Roots roots = new Roots(root.resolve("var/lib/enit"), Optional.of(root.resolve("etc/enit")));
    WorkspaceHost host =
        new WorkspaceHost(
            Settings.NONE,
            Map.of("PATH", System.getenv("PATH")),
            new HostFacts("host", FixtureHost.ACCOUNTS));
    Workspace workspace = host.learnNodeNames(host.snapshot(), roots);
    List<String> found = new ArrayList<>();
    for (ReleaseKey key : ReleaseFiles.releases(roots, workspace.sources())) {
      Diagnostics.of(workspace, key)
          .forEach(
              (path, diagnostics) -> diagnostics.forEach(p -> found.add(line(workspace, root, p))));
    }
    return found;
  }

  private static String line(Workspace workspace, Path root, Diagnostic diagnostic) {
    Path path = diagnostic.place().path();
    int line =
        workspace
            .file(path)
            .map(SourceFile::terms)
            .map(terms -> terms.lines().line(diagnostic.place().span().start()) + 1)
            .orElse(0);
    String words = diagnostic.severity().label() + " " + diagnostic.code().slug();
    return root.relativize(path) + ":" + line + " " + words;
  }
}
