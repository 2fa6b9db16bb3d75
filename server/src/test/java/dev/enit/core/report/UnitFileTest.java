package dev.enit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.core.TextCase;
import dev.enit.core.host.Accounts;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.WorkspaceHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests unit files, and that systemd accepts them. */
final class UnitFileTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> units() {
    return TextCase.tests("core/unit-file", this::answer);
  }

  private String answer(TextCase test) {
    Map<String, String> variables = new LinkedHashMap<>();
    test.input("variables")
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(pair -> variables.put(pair[0], pair[1]));
    return new UnitFile(
            release(test.input("node")),
            test.input("program").lines().toList(),
            variables,
            test.input("epmd unit").startsWith("yes"))
        .text();
  }

  private Release release(String node) {
    try {
      Path releases = folder.resolve("var/lib/enit");
      Path relex = Files.createDirectories(releases.resolve("relex"));
      Files.writeString(
          relex.resolve("release.enit"), "{release, relex, [{vsn, \"1\"}, {applications, []}]}.");
      Files.writeString(relex.resolve("a.config"), "{node, [" + node.strip() + "]}.");
      Roots roots = Roots.impliedByReleaseDir(releases).orElseThrow();
      HostFacts host = new HostFacts("cluster02", Accounts.ofThisHost());
      return new WorkspaceHost(Settings.NONE, Map.of(), host)
          .snapshot()
          .release(new ReleaseKey(roots, "relex"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aLineEndInASettingBeginsNoOtherSetting() {
    String node = "{run_as_user, \"relex\\nExecStartPre=/bin/x\"}, {nodename, \"n\\nExecStop=/x\"}";
    String unit = new UnitFile(release(node), List.of("/bin/echo"), Map.of(), false).text();
    assertTrue(unit.lines().noneMatch(line -> line.matches("Exec(StartPre|Stop)=.*")), () -> unit);
  }

  @Test
  void systemdUnderstandsIt() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze");
    Path unit = folder.resolve("relex.service");
    List<String> program = List.of("/bin/echo", "--lib-dir", "/opt/a \"b\" $c 100%/lib");
    Map<String, String> variables = Map.of(UnitFile.EPMD_PORT, "4999");
    Files.writeString(
        unit, new UnitFile(release("{run_as_user, \"relex\"}"), program, variables, false).text());
    Process process =
        new ProcessBuilder("systemd-analyze", "verify", unit.toString())
            .redirectErrorStream(true)
            .start();
    assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(0, process.waitFor());
  }
}
