package dev.enit.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the true cookie is in force once the node has registered itself, which is before it
 * accepts a connection: nothing else of enit has run by then.
 */
@Tag("node")
class FirstCookieTest {
  private static final String PLAN =
      "{ok, [[File]]} = init:get_argument(file),"
          + " ok = file:write_file(File, term_to_binary(#{cookie => the_true_one})), halt().";
  private static final String TELL = "io:put_chars(atom_to_list(erlang:get_cookie())), halt().";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"enit_cookie", "other_distribution"})
  void isInForceOnceTheNodeIsRegistered(String epmdModule) throws IOException {
    String other = "src/test/erlang/other_distribution.erl";
    assertEquals("", run("erlc", 0, "-o", folder.toString(), other));
    Path plan = folder.resolve("plan");
    assertEquals("", run("erl", 0, "-noinput", "-file", plan.toString(), "-eval", PLAN));
    try (TestEpmd epmd = TestEpmd.start()) {
      String said =
          run(
              System.getProperty("enit.test.erl", "erl"),
              epmd.port(),
              "-noinput",
              "-sname",
              "first_cookie",
              "-setcookie",
              "throw_away",
              "-pa",
              ErlangSide.folder().toString(),
              folder.toString(),
              "-epmd_module",
              epmdModule,
              "-enit_plan",
              "9",
              "-eval",
              TELL,
              "-extra",
              plan.toString());
      assertEquals("the_true_one", said);
    }
  }

  /** Returns the output of an emulator that has a file, its last argument, open as descriptor 9. */
  private static String run(String erl, int epmd, String... arguments) throws IOException {
    String script =
        "for last; do :; done; [ -e \"$last\" ] || exec \"$@\"; exec \"$@\" 9<\"$last\"";
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(List.of(erl.split(" ", -1)));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ERL_CRASH_DUMP_BYTES", "0");
    builder.environment().put("ERL_EPMD_PORT", Integer.toString(epmd));
    Process process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
