package dev.enit.core.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.FixtureHost;
import dev.enit.core.check.SyntheticOtp;
import dev.enit.core.release.ReleaseFiles;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests files in which one error is made very often: the diagnostics are bounded, and the work of
 * the checks grows as the file does. Work is counted in allocated bytes, which do not depend on the
 * speed of the machine.
 */
class FloodedFilesTest {
  private static final int FEW = 1_500;
  private static final int MANY = 4 * FEW;

  /** A quadratic check has 16 times the work for four times the errors. */
  private static final double MOST_GROWTH = 6;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path temp;

  /** An error and the text that it is made in, with a placeholder for all and one for each. */
  enum Family {
    UNKNOWN_APPLICATION(
        true, "{release, demo, [{vsn, \"1\"}, {applications, [\n%s]}]}.\n", "app_%d", ",\n"),
    DUPLICATE_APPLICATION(
        true, "{release, demo, [{vsn, \"1\"}, {applications, [\n%s]}]}.\n", "sasl", ",\n"),
    STRING_AS_APPLICATION(
        true, "{release, demo, [{vsn, \"1\"}, {applications, [\n%s]}]}.\n", "\"\"", ",\n"),
    UNKNOWN_PROPERTY(
        true, "{release, demo, [{vsn, \"1\"}, {applications, []},\n%s]}.\n", "{p_%d, 1}", ",\n"),
    EXTRA_FORM(
        true, "{release, demo, [{vsn, \"1\"}, {applications, []}]}. %s\n", "{x, [%d]}.", " "),
    DUPLICATE_KEY("{kernel, [\n%s]}.\n", "{a, %d}", ",\n"),
    DUPLICATE_SECTION("%s\n", "{kernel, [{a, %d}]}.", "\n"),
    UNKNOWN_SECTION("%s\n", "{app_%d, [{a, 1}]}.", "\n"),
    UNKNOWN_SECTION_OF_ONE_LINE("%s\n", "{app_%d, [{a, 1}]}.", " "),
    STRAY("{kernel, []}.\n".repeat(MANY) + "%s\n", "{app_%d, a, 1}.", "\n"),
    BARE_VALUE("{kernel, [\n%s]}.\n", "a_%d", ",\n"),
    KEY_NOT_AN_ATOM("{kernel, [\n%s]}.\n", "{\"a_%d\", 1}", ",\n"),
    UNKNOWN_NODE_KEY("{node, [\n%s]}.\n", "{k_%d, 1}", ",\n"),
    OBSOLETE_KEY("{node, [\n%s]}.\n", "{smp, auto}", ",\n"),
    EXTENSION("%s\n", "{extension, e_%d, [{applications, [app_%1$d]}]}.", "\n"),
    LIST_OF_EXTENSION("{extension, e, [{applications, [\n%s]}]}.\n", "app_%d", ",\n"),
    BROKEN_SECTION("%s\n", "{kernel, [{a, %d}.", "\n"),
    STRAY_DOT("%s\n", ".", " ");

    private final boolean isSpecification;
    private final String text;
    private final String each;
    private final String between;

    Family(String text, String each, String between) {
      this(false, text, each, between);
    }

    Family(boolean isSpecification, String text, String each, String between) {
      this.isSpecification = isSpecification;
      this.text = text;
      this.each = each;
      this.between = between;
    }

    String text(int count) {
      IntFunction<String> one = number -> each.formatted(number);
      String all = IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(between));
      return text.formatted(all);
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void theWorkGrowsAsTheFileDoesAndTheDiagnosticsAreBounded(Family family) throws IOException {
    check(family, 200);
    long few = check(family, FEW);
    long many = check(family, MANY);
    assertTrue(many < MOST_GROWTH * few, () -> "from %,d to %,d bytes".formatted(few, many));
  }

  /** Returns the bytes that the checks allocate. */
  private long check(Family family, int count) throws IOException {
    Workspace workspace = workspace(family, count);
    Roots roots = roots();
    ReleaseKey key = ReleaseFiles.releases(roots, workspace.sources()).getFirst();
    workspace.release(key).config();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Map<Path, List<Diagnostic>> diagnostics = Diagnostics.of(workspace, key);
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (count > FileDiagnostics.MOST) {
      List<Diagnostic> most = diagnostics.getOrDefault(file(family), List.of());
      assertEquals(FileDiagnostics.MOST + 1, most.size(), () -> "of " + diagnostics.keySet());
      assertEquals(DiagnosticCode.TOO_MANY_DIAGNOSTICS, most.getLast().code());
    }
    return bytes;
  }

  private Workspace workspace(Family family, int count) throws IOException {
    Path folder = Files.createDirectories(roots().releaseDir().resolve("demo"));
    Files.writeString(
        folder.resolve("release.enit"),
        "{release, demo, [{vsn, \"1\"}, {applications, [kernel, stdlib]}]}.\n");
    Files.writeString(file(family), family.text(count));
    Settings settings =
        new Settings(
            Optional.of(roots().releaseDir()),
            roots().configDir(),
            Optional.of(SyntheticOtp.root("25")),
            List.of());
    return new WorkspaceHost(settings, Map.of(), new HostFacts("host", FixtureHost.ACCOUNTS))
        .snapshot();
  }

  private Roots roots() {
    return new Roots(temp.resolve("lib"), Optional.of(temp.resolve("etc")));
  }

  private Path file(Family family) {
    Path folder = temp.resolve("lib/demo");
    return folder.resolve(family.isSpecification ? "release.enit" : "demo.config");
  }
}
