package dev.enit.core.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the index finds the very file that {@code code:where_is_file/1} of the real Erlang
 * finds.
 */
class OtpScannerTest {
  private static final List<String> VERSIONS =
      List.of(
          "", "-1", "-1.0", "-1.9", "-1.10", "-1.9.1", "-2.0", "-2.0-rc1", "-2.0.rc1", "-x", "-");
  private static final List<String> SPECIAL = List.of("kernel", "stdlib", "sasl", "crypto");

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(ints = {25, 27, 29})
  void findsWhatErlangFinds(int seed) throws Exception {
    Random random = new Random(seed);
    List<Path> libDirs = List.of(temp.resolve("one"), temp.resolve("two"), temp.resolve("absent"));
    TreeSet<String> names = new TreeSet<>(SPECIAL);
    for (Path folder : libDirs.subList(0, 2)) {
      for (int i = 0; i < 60; i++) {
        names.addAll(install(folder, random));
      }
    }
    names.add("nowhere");
    OtpInstall otp = OtpLocator.locate(Optional.empty(), System.getenv("PATH")).orElseThrow();
    OtpIndex index = OtpIndex.scan(Optional.of(otp), libDirs);
    assertTrue(names.size() > 20, names.toString());
    assertEquals(
        String.join("\n", erlang(libDirs, names)),
        names.stream()
            .map(name -> name + " " + index.find(name).map(app -> app.appFile()).orElse(null))
            .map(line -> line.replace(" null", " non_existing"))
            .collect(Collectors.joining("\n")));
  }

  /** Makes a directory of an application, sometimes without what should be in it. */
  private static List<String> install(Path folder, Random random) throws IOException {
    boolean special = random.nextInt(8) == 0;
    String name =
        special ? SPECIAL.get(random.nextInt(SPECIAL.size())) : "app" + random.nextInt(15);
    if (random.nextInt(6) == 0) {
      name += "-part";
    }
    Path directory = folder.resolve(name + VERSIONS.get(random.nextInt(VERSIONS.size())));
    Path ebin = directory.resolve("ebin");
    switch (random.nextInt(8)) {
      case 0 -> Files.createDirectories(directory);
      case 1 -> Files.createDirectories(ebin);
      case 2 -> Files.writeString(Files.createDirectories(ebin).resolve("other.app"), "");
      default -> Files.writeString(Files.createDirectories(ebin).resolve(name + ".app"), "");
    }
    return List.of(name, "other");
  }

  private static List<String> erlang(List<Path> libDirs, Set<String> names) throws Exception {
    String program =
        "[io:format(\"~s ~s~n\", [N, code:where_is_file(N ++ \".app\")]) || N <- string:tokens(\""
            + String.join(" ", names)
            + "\", \" \")], halt().";
    ProcessBuilder builder = new ProcessBuilder("erl", "-noshell", "-noinput", "-eval", program);
    builder
        .environment()
        .put("ERL_LIBS", libDirs.stream().map(Path::toString).collect(Collectors.joining(":")));
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return new ArrayList<>(Arrays.asList(out.strip().split("\n")));
  }
}
