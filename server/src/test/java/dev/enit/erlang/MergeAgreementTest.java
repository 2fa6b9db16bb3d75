package dev.enit.erlang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.Roots;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the merge in Java and the one in Erlang give the same values ({@code =:=}) and refuse
 * the same files, on random releases. Another run of other trees: {@code -Denit.seed=NUMBER}.
 */
@Tag("node")
class MergeAgreementTest {
  private static final int TREES = Integer.getInteger("enit.trees", 1000);
  private static final long SEED = Long.getLong("enit.seed", 20260101);

  @Test
  void javaAndErlangAgree(@TempDir Path directory) throws IOException {
    Random random = new Random(SEED);
    Workspace workspace =
        new WorkspaceHost(Settings.NONE, Map.of(), HostFacts.ofThisHost()).snapshot();
    int sound = 0;
    for (int number = 1; number <= TREES; number++) {
      Path root = directory.resolve(String.valueOf(number));
      Files.createDirectories(root);
      new RandomTree(random).write(root);
      String expected = MergedRelease.expectation(read(workspace, root));
      sound += expected.startsWith("{ok") ? 1 : 0;
      Files.writeString(root.resolve("expected"), expected);
    }
    assertTrue(sound > TREES / 2 && sound < TREES * 9 / 10, sound + " of " + TREES + " are sound");
    List<String> differences = compare(directory);
    assertEquals(
        List.of(), differences.stream().limit(5).toList(), () -> differences.size() + " trees");
  }

  private static Release read(Workspace workspace, Path root) {
    Roots roots = Roots.impliedByReleaseDir(root.resolve("var/lib/enit")).orElseThrow();
    return workspace.release(new ReleaseKey(roots, RandomTree.NAME));
  }

  private static List<String> compare(Path directory) throws IOException {
    Emulator emulator = new Emulator(directory);
    emulator.compile(List.of(Path.of("src/test/erlang/merge_agreement.erl").toAbsolutePath()));
    Path results = directory.resolve("results");
    emulator.run(
        "merge_agreement",
        List.of(directory.toString(), String.valueOf(TREES), results.toString()));
    List<String> differences = new ArrayList<>();
    for (String line : emulator.lines(results)) {
      String[] fields = line.split("\t", -1);
      byte[] words = Base64.getDecoder().decode(fields[1]);
      differences.add(
          new String(words, StandardCharsets.UTF_8) + files(directory.resolve(fields[0])));
    }
    return differences;
  }

  private static String files(Path root) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        all.append("--- ").append(root.relativize(file)).append('\n').append(text).append('\n');
      }
    }
    return all.toString();
  }
}
