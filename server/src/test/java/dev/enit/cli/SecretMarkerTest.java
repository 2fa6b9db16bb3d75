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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that no output shows a marked secret, in intact and in mutated files. The system property
 * {@code enit.fuzz.seconds} takes mutants at random for so long, with {@code enit.fuzz.seed};
 * otherwise it is a fixed part of all mutants.
 */
final class SecretMarkerTest {
  private static final List<String> MARKERS =
      List.of("mk7xq91zt", "pw3vh82kd", "nb5wj64yg", "ur9cf27sn", "ap4tl58mx", "dc6yk30he");

  /** One of so many mutants is taken. */
  private static final int PART = 11;

  private static final int BATCH = 300;

  private static final List<String> LAYOUTS = List.of(", ", ",", ",\n  ", "\n  , ", " ,\t");

  private static final String WHOLE =
      """
      {shop, [{limit, 5}, {db_password, "pw3vh82kd"},
        {pool, [{host, "db"}, {password, <<"nb5wj64yg">>}]},
        {url, "https://me:ur9cf27sn@host/p"}, {opts, #{api_key => "ap4tl58mx"}},
        {plain, [1, "dc6yk30he"]}]}.
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
          "{shop, [{plain, \"dc6yk30he\"}]}.\n",
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

  private Outcome onTerminal(String... arguments) {
    return InProcess.run(folder, Map.of("NO_COLOR", "1"), new byte[0], true, List.of(arguments));
  }

  @BeforeEach
  void declare() throws IOException {
    Files.writeString(folder.resolve("enit.config"), "{secrets, [{shop, plain}]}.\n");
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
      Outcome refused = run("config", "r0", "--format", format, "--show-secrets");
      assertEquals(1, refused.status());
      assertEquals("", refused.stdout());
      String revealed = onTerminal("config", "r0", "--format", format, "--show-secrets").stdout();
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
    List<String> mutants = new ArrayList<>();
    for (String text : texts()) {
      MutatedText.of(text).stream().filter(m -> isNamed(text, m)).forEach(mutants::add);
    }
    for (int i = 0; i < mutants.size(); i += PART) {
      file(mutants.get(i));
    }
    assertTrue(count > 200, "" + count);
    assertNothingShown("");
  }

  /** Of the same texts in other layouts. */
  @Test
  @EnabledIfSystemProperty(named = "enit.fuzz.seconds", matches = "[1-9]\\d*")
  void noReportOfAMutatedFileInAnyLayoutShowsOne() throws IOException {
    long seed = Long.getLong("enit.fuzz.seed", System.nanoTime());
    Random random = new Random(seed);
    Instant end = Instant.now().plusSeconds(Long.getLong("enit.fuzz.seconds"));
    while (Instant.now().isBefore(end)) {
      while (count < BATCH) {
        List<String> texts = texts();
        String text = laidOut(texts.get(random.nextInt(texts.size())), random);
        List<String> mutants = MutatedText.of(text);
        String mutant = mutants.get(random.nextInt(mutants.size()));
        if (isNamed(text, mutant)) {
          file(mutant);
        }
      }
      assertNothingShown("enit.fuzz.seed=" + seed);
      count = 0;
    }
  }

  private static String laidOut(String text, Random random) {
    return Pattern.compile(", ")
        .matcher(text)
        .replaceAll(_ -> LAYOUTS.get(random.nextInt(LAYOUTS.size())));
  }

  private static List<String> texts() {
    return Stream.of(COOKIES, PASSWORDS).flatMap(List::stream).toList();
  }

  private void assertNothingShown(String seed) throws IOException {
    for (String format : List.of("text", "json", "sarif")) {
      Outcome outcome = run("check", "--format", format, "loose", ".");
      assertFalse(outcome.stdout().isEmpty(), outcome.stderr());
      assertHidden(format + " " + seed, outcome.stdout());
      assertHidden(format + " " + seed, outcome.stderr());
    }
    WorkspaceHost host = host();
    for (int i = 0; i < count; i += 60) {
      Path file = folder.resolve("etc/enit/r" + i + "/user.config");
      String text = Files.readString(file);
      hovers(host.open(file, 1, text), file, text);
      host.close(file);
    }
  }

  /**
   * Returns the secret key of a text: a password is known by its name; the cookie without its key.
   */
  private static boolean isNamed(String text, String mutant) {
    return text.contains("mk7xq91zt")
        || (text.contains("://") && mutant.contains("://me:ur9cf27sn@host"))
        || Stream.of("db_password", "password", "api_key", "plain")
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
