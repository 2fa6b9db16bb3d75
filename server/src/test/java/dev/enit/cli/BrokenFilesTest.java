package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.host.HostName;
import dev.enit.core.settings.HostFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests releases that run while their files are broken, or not readable to the user. */
@Tag("node")
final class BrokenFilesTest {
  @TempDir static Path folder;
  private static EnitHost host;
  private static String release;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    host.app("one");
    release = host.release("one", "");
    Outcome outcome = host.run("start", release, "--log", host.logFile(release).toString());
    assertEquals(0, outcome.status(), outcome.stderr());
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static Path file(String name) throws IOException {
    return Files.createDirectories(host.folder().resolve("etc/enit").resolve(release))
        .resolve(name);
  }

  private static Path specification() {
    return host.folder().resolve("var/lib/enit").resolve(release).resolve("release.enit");
  }

  /** Every look at the node works, and says what is broken. */
  private static void looks(String place) throws Exception {
    Outcome status = run("status", release);
    assertEquals(0, status.status(), status.toString());
    assertTrue(status.stdout().contains("This node is currently online."), status.toString());
    assertTrue(status.stderr().startsWith("enit: " + place), status.toString());
    assertTrue(status.stderr().contains("(continuing with the rest of `" + release + "`)"));
    Outcome json = run("status", release, "--format", "json");
    assertTrue(json.stdout().contains("\"state\": \"running\""), json.toString());
    assertTrue(json.stdout().contains("\"broken\": \"" + place), json.toString());
    Outcome list = run("list");
    assertEquals(1, list.status());
    assertTrue(list.stdout().contains(release + "@here  running; broken: " + place), list.stdout());
    Outcome call = run("call", release, "erlang", "node");
    assertTrue(call.stdout().startsWith(release + "@here") || call.stdout().startsWith("'"));
    assertTrue(call.stderr().startsWith("enit: " + place), call.toString());
    for (String change : List.of("start", "reconfigure", "diff")) {
      assertFalse(run(change, release).status() == 0, change);
    }
  }

  @Test
  void anotherSectionMayBeBroken() throws Exception {
    Path file = file("z.config");
    Files.writeString(file, "{stdlib, [{a, b} {c, d}]}.\n");
    looks("etc/enit/%s/z.config:1:17: ".formatted(release));
    Files.delete(file);
  }

  @Test
  void theSpecificationMayBeBroken() throws Exception {
    String intact = Files.readString(specification());
    Files.writeString(specification(), "{release, " + release + ", [{vsn, \"1.0\"");
    looks("var/lib/enit/%s/release.enit:1:".formatted(release));
    Files.writeString(specification(), intact);
  }

  /** The process tells the name that the files have lost. */
  @Test
  void theSectionOfTheNodeMayBeBroken() throws Exception {
    Path file = file("z.config");
    Files.writeString(file, "{node, [{nodename, other} {hidden, true}]}.\n");
    looks("etc/enit/%s/z.config:1:26: ".formatted(release));
    Files.delete(file);
  }

  /** A guess at the name may hit another node. */
  @Test
  void whereNothingTellsTheNodeNothingIsAsked() throws Exception {
    String stopped = host.release("one", "{node, [{nodename, other} {hidden, true}]}.");
    String place = "enit: etc/enit/%s/user.config:3:26: ".formatted(stopped);
    for (String command : List.of("status", "stop")) {
      Outcome outcome = run(command, stopped);
      assertEquals(1, outcome.status());
      assertTrue(outcome.stderr().startsWith(place), outcome.stderr());
    }
    assertTrue(run("list").stdout().contains("\n" + stopped + "  -"));
    host.config(stopped, "");
  }

  @Test
  void itCanBeStopped() throws Exception {
    String running = host.release("one", "");
    host.run("start", running, "--log", host.logFile(running).toString());
    host.config(running, "{node, [{nodename, other} {hidden, true}]}.");
    Outcome outcome = run("stop", running);
    assertEquals(0, outcome.status(), outcome.stderr());
    assertTrue(outcome.stderr().contains("user.config:3:26: "), outcome.stderr());
    assertTrue(host.process(running).isEmpty());
    host.config(running, "");
  }

  /** Nothing but the permissions keeps the user from reading the file. */
  @Test
  void whatMayNotBeReadIsSaidWithTheGroupThatMay() throws Exception {
    Path file = file("user.config");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---r-----"));
    String group = group(file);
    String words =
        "cannot read `etc/enit/%s/user.config`: permission denied; use sudo or join the group `%s`"
            .formatted(release, group);
    Outcome config = nobody("config", release);
    assertEquals(new Outcome(1, "", "enit: " + words + "\n"), config);
    Outcome list = nobody("list");
    assertTrue(list.stdout().contains(words), list.toString());
    for (String command : List.of("status", "call", "stop")) {
      List<String> words2 = new ArrayList<>(List.of(command, release));
      if (command.equals("call")) {
        words2.addAll(List.of("erlang", "node"));
      }
      if (command.equals("stop") && !NobodyProcess.IS_NEEDED) {
        continue;
      }
      Outcome outcome = nobody(words2.toArray(String[]::new));
      String all = (outcome.stdout() + outcome.stderr()).replaceAll("\\s+", " ");
      assertFalse(all.contains("has no cookie"), all);
      assertTrue(all.contains("permission denied; use sudo or join the group `" + group), all);
    }
    Outcome check = nobody("check", "etc/enit/" + release + "/user.config");
    assertEquals(1, check.status());
    assertTrue(check.stdout().contains("join the group `" + group + "`"), check.toString());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  /** A folder that cannot even be looked through is not an empty one. */
  @Test
  void whatMayNotBeSeenIsNotAbsent() throws Exception {
    Path etc = host.folder().resolve("etc/enit");
    Files.setPosixFilePermissions(etc, PosixFilePermissions.fromString("---r-x---"));
    String group = group(etc);
    Outcome config = nobody("config", release);
    assertEquals(
        "enit: cannot read `etc/enit/%s`: permission denied by the directory `$HOST/etc/enit`; use sudo or join the group `%s`%n"
            .formatted(release, group),
        config.stderr());
    Files.setPosixFilePermissions(etc, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Outcome run(String... arguments) {
    Map<String, String> environment = new HashMap<>(host.environment());
    environment.put("ENIT_LIB_DIR", host.folder().resolve("lib").toString());
    HostFacts facts = HostFacts.ofThisHost();
    Outcome outcome =
        InProcess.run(facts, host.folder(), environment, new byte[0], false, List.of(arguments));
    return new Outcome(outcome.status(), plain(outcome.stdout()), plain(outcome.stderr()));
  }

  /** Root's own group is no remedy. */
  private static String group(Path file) throws IOException {
    if (NobodyProcess.IS_NEEDED) {
      Files.getFileAttributeView(file, PosixFileAttributeView.class)
          .setGroup(
              file.getFileSystem()
                  .getUserPrincipalLookupService()
                  .lookupPrincipalByGroupName("daemon"));
    }
    return Files.readAttributes(file, PosixFileAttributes.class).group().getName();
  }

  private static Outcome nobody(String... arguments) throws Exception {
    if (!NobodyProcess.IS_NEEDED) {
      return run(arguments);
    }
    List<String> command = NobodyProcess.java(folder.resolve("classes"), Main.class);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(host.folder().toFile());
    builder.environment().putAll(host.environment());
    Path err = Files.createTempFile(folder, "err", "");
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), plain(out), plain(Files.readString(err)));
  }

  private static String plain(String text) {
    return text.replace(host.folder().toString(), "$HOST")
        .replace("@" + HostName.shortName(), "@here");
  }
}
