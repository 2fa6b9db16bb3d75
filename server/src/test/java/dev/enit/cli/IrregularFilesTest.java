package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.enit.IrregularFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests commands where the files of releases are FIFOs, devices or too large. Each runs in a
 * process with little memory and a standard input that never says anything, and ends within a
 * bounded time.
 */
final class IrregularFilesTest {
  /** Commands take half a second here; it bounds a failing test. */
  private static final long DEADLINE = 15;

  @TempDir private Path folder;

  @BeforeEach
  void makeIntactRelease() throws IOException {
    write("var/lib/enit/web/release.enit", "{release, web, [{vsn, \"1\"}, {applications, []}]}.\n");
    write("etc/enit/web/user.config", "{stdlib, [{shell_history, enabled}]}.\n");
  }

  @AfterEach
  void unlink() throws IOException {
    IrregularFiles.unlink(folder);
  }

  @ParameterizedTest
  @EnumSource
  void aLayerIsAnErrorOfItsReleaseAlone(IrregularFiles kind) throws Exception {
    write("var/lib/enit/bad/release.enit", "{release, bad, [{vsn, \"1\"}, {applications, []}]}.\n");
    kind.make(folder.resolve("etc/enit/bad/user.config"));
    String words = "cannot read `etc/enit/bad/user.config`: " + kind.reason();
    Outcome config = run("config", "bad");
    assertEquals(1, config.status());
    assertTrue(config.stderr().startsWith("enit: " + words), config::toString);
    assertIntact();
    Outcome list = run("list");
    assertTrue(list.stdout().contains(words), list::toString);
    Outcome check = run("check");
    assertTrue(check.stdout().contains("EN504"), check::toString);
    assertTrue(check.stdout().contains(kind.reason()), check::toString);
    Outcome fmt = run("fmt", "--check", "etc/enit/bad/user.config");
    assertTrue(fmt.stderr().contains(kind.reason()), fmt::toString);
  }

  @Test
  void aSpecificationIsAnErrorOfItsReleaseAlone() throws Exception {
    for (IrregularFiles kind : IrregularFiles.values()) {
      kind.make(folder.resolve("var/lib/enit").resolve(name(kind)).resolve("release.enit"));
    }
    Files.createDirectories(folder.resolve("var/lib/enit/directory/release.enit"));
    assertIntact();
    Outcome list = run("list");
    Outcome check = run("check");
    for (IrregularFiles kind : IrregularFiles.values()) {
      String file = "var/lib/enit/" + name(kind) + "/release.enit` ";
      assertTrue(list.stdout().contains(kind.reason()), list::toString);
      assertTrue(check.stdout().contains(file + "cannot be read: " + kind.reason()), check::stdout);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anApplicationFileIsAnErrorOfWhatListsIt(IrregularFiles kind) throws Exception {
    write(
        "var/lib/enit/bad/release.enit",
        "{release, bad, [{vsn, \"1\"}, {applications, [shop]}]}.\n");
    kind.make(folder.resolve("lib/shop-1/ebin/shop.app"));
    Outcome check = run("--lib-dir", "lib", "check");
    assertTrue(check.stdout().contains("EN306"), check::toString);
    assertTrue(check.stdout().contains(kind.reason()), check::toString);
  }

  @ParameterizedTest
  @EnumSource
  void aSettingsFileDelaysNothing(IrregularFiles kind) throws Exception {
    kind.make(folder.resolve("enit.config"));
    assertIntact();
  }

  private void assertIntact() throws Exception {
    Outcome config = run("config", "web");
    assertEquals(0, config.status(), config::toString);
    assertTrue(config.stdout().contains("shell_history = enabled"), config::toString);
  }

  private static String name(IrregularFiles kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Output goes to files: a process that hangs must not keep the reader of a pipe. */
  private Outcome run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("enit-out", "");
    Path err = Files.createTempFile("enit-err", "");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(DEADLINE, TimeUnit.SECONDS)) {
        return fail("hangs: " + List.of(arguments));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }
}
