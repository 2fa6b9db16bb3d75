package dev.enit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.enit.cli.command.ExitStatus;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.ide.HoverProvider;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.EffectivePage;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.fuzz.FuzzTarget;
import dev.enit.fuzz.TermFiles;
import dev.enit.fuzz.TermMutation;
import dev.enit.grammar.parse.TermParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The fuzz target of commands on the files of a release and its settings: none crashes, JSON is
 * valid, and an effective configuration is one that Erlang reads.
 */
public final class SettingsTarget implements FuzzTarget {
  /** In an input, the folder of what is installed. */
  private static final String INSTALLED = "/INSTALLED";

  private static final Path INSTALLATION = Path.of("src/test/resources/installed").toAbsolutePath();
  private static final int LONGEST_FILE = 1_500;

  /** One input in so many is also written to the disk, for a command. */
  private static final int SELDOM = 32;

  private static final int HOVERS = 3;

  /** A line that separates the files of an input. */
  private static final String BETWEEN = "=====\n";

  private static final List<String> FILES =
      List.of(
          "enit.config",
          "var/lib/enit/r/release.enit",
          "var/lib/enit/r/a.config",
          "etc/enit/r/user.config");

  private static final String SETTINGS =
      "{otp, \"%1$s/otp\"}.\n{lib_dirs, [\"%1$s/lib\"]}.\n".formatted(INSTALLED);
  private static final String RELEASE =
      "{release, r, [{vsn, \"1\"}, {applications, [shop, {store, load}, sasl]}]}.\n";

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("config", "r", "--format", "erlang"),
          List.of("config", "r", "--format", "json"),
          List.of("config", "r", "--all"),
          List.of("check", "--format", "json"),
          List.of("check", "--format", "sarif"),
          List.of("check"),
          List.of("apps", "r"),
          List.of("graph", "r", "--format", "json"),
          List.of("fmt", "--check", "."));

  private final Path folder;
  private final WorkspaceHost host = new WorkspaceHost(Settings.NONE, Map.of(), InProcess.HOST);

  /** Creates a target with a separate tree. */
  public SettingsTarget() {
    try {
      folder = Files.createTempDirectory("enit-fuzz-settings").toRealPath();
      for (String file : FILES) {
        Files.createDirectories(folder.resolve(file).getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "settings";
  }

  /** Returns every release of the fixtures and every layer, each with some usual other files. */
  @Override
  public List<byte[]> corpus() throws IOException {
    List<byte[]> corpus = new ArrayList<>();
    String layer = "{shop, [{size, 1}, {db_password, \"x\"}]}.\n{node, [{cookie, \"c\"}]}.\n";
    for (byte[] file : TermFiles.matching("release.enit", LONGEST_FILE)) {
      corpus.add(joined(SETTINGS, new String(file, UTF_8), layer, "{sasl, []}.\n"));
    }
    for (byte[] file : TermFiles.matching("enit.config", LONGEST_FILE)) {
      corpus.add(joined(new String(file, UTF_8), RELEASE, layer, ""));
    }
    for (byte[] file : TermFiles.matching(".*\\.config", LONGEST_FILE)) {
      corpus.add(joined(SETTINGS, RELEASE, layer, new String(file, UTF_8)));
    }
    return corpus;
  }

  private static byte[] joined(String... files) {
    return String.join(BETWEEN, files).getBytes(UTF_8);
  }

  private static String[] parts(byte[] input) {
    return Arrays.copyOf(new String(input, UTF_8).split(BETWEEN, FILES.size()), FILES.size());
  }

  private static String part(String[] parts, int index) {
    return parts[index] == null ? "" : parts[index];
  }

  @Override
  public byte[] mutate(byte[] input, byte[] other, Random random) {
    String[] parts = parts(input);
    int index = random.nextInt(FILES.size());
    String from = part(parts(other), random.nextInt(4) == 0 ? random.nextInt(4) : index);
    for (int i = 0; i < FILES.size(); i++) {
      String text = part(parts, i);
      parts[i] = i == index ? TermMutation.of(text, from, random) : text;
    }
    return joined(parts);
  }

  @Override
  public void run(byte[] input) throws Exception {
    String[] parts = parts(input);
    parts[0] = part(parts, 0).replace(INSTALLED, INSTALLATION.toString());
    int hash = Arrays.hashCode(input);
    for (int i = 0; i < FILES.size(); i++) {
      host.open(folder.resolve(FILES.get(i)), 1, part(parts, i));
    }
    check(host.snapshot(), part(parts, 3), new Random(hash));
    if (Math.floorMod(hash, SELDOM) == 0) {
      for (int i = 0; i < FILES.size(); i++) {
        Files.writeString(folder.resolve(FILES.get(i)), part(parts, i));
      }
      run(COMMANDS.get(Math.floorMod(hash / SELDOM, COMMANDS.size())));
    }
  }

  /**
   * Checks the files as an editor shows them: diagnostics within their texts, the effective page,
   * hovers.
   */
  private void check(Workspace workspace, String text, Random random) {
    ReleaseKey key = workspace.releaseOf(folder.resolve(FILES.get(1))).orElseThrow();
    for (String file : FILES) {
      for (Diagnostic diagnostic : Diagnostics.of(workspace, folder.resolve(file))) {
        int length = workspace.file(folder.resolve(file)).orElseThrow().text().length();
        assertTrue(diagnostic.place().span().end() <= length, () -> "place of " + diagnostic);
        assertFalse(diagnostic.message().isBlank(), () -> "words of " + diagnostic);
      }
    }
    assertNoControl(EffectivePage.of(workspace, key));
    for (int i = 0; i < HOVERS; i++) {
      Path file = folder.resolve(FILES.get(3));
      HoverProvider.at(workspace, file, random.nextInt(text.length() + 1))
          .ifPresent(hover -> assertNoControl(hover.markdown()));
    }
  }

  private void run(List<String> command) {
    Outcome outcome = InProcess.run(folder, Map.of("ENIT_DEBUG", "1"), new byte[0], false, command);
    assertNotEquals(ExitStatus.CRASH, outcome.status(), () -> command + ": " + outcome.stderr());
    boolean isDone = outcome.status() == ExitStatus.DONE;
    if (command.contains("erlang") && isDone) {
      assertTrue(TermParser.parse(outcome.stdout()).isIntact(), outcome.stdout());
    }
    if ((command.contains("json") || command.contains("sarif")) && !outcome.stdout().isEmpty()) {
      assertTrue(JsonParser.parseString(outcome.stdout()).isJsonObject(), outcome.stdout());
    }
    // A line of an output is one of enit's: nothing of a file ends it, or controls a terminal.
    assertNoControl(outcome.stdout());
    assertNoControl(outcome.stderr());
  }

  private static void assertNoControl(String shown) {
    assertTrue(shown.chars().noneMatch(SettingsTarget::isControl), shown);
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character) && character != '\n' && character != '\t';
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
