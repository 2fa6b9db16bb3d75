package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.ide.HoverProvider;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.EffectivePage;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.grammar.parse.SourceTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marked secrets, in intact and in mutated files: no output shows one. */
final class SecretMarkerTest {
  private static final List<String> MARKERS =
      List.of("mk7xq91zt", "pw3vh82kd", "nb5wj64yg", "ur9cf27sn", "ap4tl58mx");

  private static final String WHOLE =
      """
      {shop, [{limit, 5}, {db_password, "pw3vh82kd"},
        {pool, [{host, "db"}, {password, <<"nb5wj64yg">>}]},
        {url, "https://me:ur9cf27sn@host/p"}, {opts, #{api_key => "ap4tl58mx"}}]}.
      {node, [{nodename, "shop"}, {cookie, "mk7xq91zt"}]}.
      """;

  private static final List<String> COOKIES =
      List.of(
          "{node, [{nodename, \"shop\"}, {cookie, \"mk7xq91zt\"}]}.\n{shop, [{limit, 5}]}.\n",
          "{node, [{cookie, mk7xq91zt}]}.\n",
          "{node, [{cookie, 'mk7xq91zt'},\n  {heart, true}]}.\n",
          "{node, [{cookei, \"mk7xq91zt\"}]}.\n",
          "{node, [{cookie: \"mk7xq91zt\"}]}.\n",
          "{node, [{cookie: mk7xq91zt}]}.\n");

  private static final List<String> PASSWORDS =
      List.of(
          "{shop, [{limit, 5}, {DB, \"pw3vh82kd\"}]}.\n".replace("DB", "db_password"),
          "{shop, [{pool, [{host, \"db\"}, {password, <<\"nb5wj64yg\">>}]}]}.\n",
          "{shop, [{opts, #{api_key => \"ap4tl58mx\"}}]}.\n",
          "{shop, [{url, \"https://me:ur9cf27sn@host/p\"}]}.\n");

  @TempDir Path folder;
  private int count;

  /** Each thirtieth in a release: more would take long. */
  private void file(String text) throws IOException {
    if (count % 30 == 0) {
      release(text);
    } else {
      Path loose = Files.createDirectories(folder.resolve("loose"));
      Files.writeString(loose.resolve(count++ + ".config"), text);
    }
  }

  private void release(String text) throws IOException {
    String name = "r" + count++;
    Path release = Files.createDirectories(folder.resolve("var/lib/enit").resolve(name));
    Files.writeString(
        release.resolve("release.enit"),
        "{release, " + name + ", [{vsn, \"1\"}, {applications, []}]}.\n");
    Path host = Files.createDirectories(folder.resolve("etc/enit").resolve(name));
    Files.writeString(host.resolve("user.config"), text);
  }

  private Outcome run(String... arguments) {
    return InProcess.run(folder, Map.of(), new byte[0], false, List.of(arguments));
  }

  private static void assertHidden(String what, String output) {
    List<String> shown =
        output
            .lines()
            .filter(line -> MARKERS.stream().anyMatch(m -> line.contains(m.substring(0, 5))))
            .toList();
    assertEquals(List.of(), shown, what + ": " + shown.size());
  }

  @Test
  void noOutputOfARightFileShowsOne() throws IOException {
    release(WHOLE);
    for (String format : List.of("text", "json", "erlang")) {
      Outcome outcome = run("config", "r0", "--format", format);
      assertEquals(0, outcome.status(), outcome.stderr());
      assertTrue(outcome.stdout().contains("********"), outcome.stdout());
      assertHidden(format, outcome.stdout());
      String revealed = run("config", "r0", "--format", format, "--show-secrets").stdout();
      assertTrue(MARKERS.stream().skip(1).allMatch(revealed::contains), revealed);
      assertTrue(outcome.stdout().contains("https://me:********@host/p"), outcome.stdout());
    }
    WorkspaceHost host = host();
    Path file = folder.resolve("etc/enit/r0/user.config");
    host.open(file, 1, WHOLE);
    ReleaseKey key = host.snapshot().releaseOf(file).orElseThrow();
    assertHidden("effective", EffectivePage.of(host.snapshot(), key));
    hovers(host.snapshot(), file, WHOLE);
  }

  @Test
  void noReportOfAMutatedFileShowsOne() throws IOException {
    for (String text : Stream.of(COOKIES, PASSWORDS).flatMap(List::stream).toList()) {
      for (String mutant : MutatedText.of(text)) {
        if (isNamed(text, mutant)) {
          file(mutant);
        }
      }
    }
    assertTrue(count > 2_000, "" + count);
    for (String format : List.of("text", "json", "sarif")) {
      Outcome outcome = run("check", "--format", format, "loose", ".");
      assertFalse(outcome.stdout().isEmpty(), outcome.stderr());
      assertHidden(format, outcome.stdout());
      assertHidden(format, outcome.stderr());
    }
    WorkspaceHost host = host();
    for (int i = 0; i < count; i += 60) {
      Path file = folder.resolve("etc/enit/r" + i + "/user.config");
      String text = Files.readString(file);
      hovers(host.open(file, 1, text), file, text);
      host.close(file);
    }
  }

  /** The name of a password is what makes one of it; the cookie is known without its key. */
  private static boolean isNamed(String text, String mutant) {
    return text.contains("mk7xq91zt")
        || (text.contains("://") && mutant.contains("://me:ur9cf27sn@host"))
        || Stream.of("db_password", "password", "api_key")
            .anyMatch(name -> text.contains(name) && mutant.contains(name));
  }

  private static void hovers(Workspace workspace, Path file, String text) {
    for (SourceTokens.Token token : SourceTokens.of(text)) {
      HoverProvider.at(workspace, file, token.span().start())
          .ifPresent(hover -> assertHidden("hover over " + text, hover.markdown()));
    }
  }

  private static WorkspaceHost host() {
    return new WorkspaceHost(Settings.NONE, Map.of(), InProcess.HOST);
  }
}
