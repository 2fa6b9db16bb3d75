package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the real {@code file:consult/1} reads what {@code config --format erlang} prints. */
final class ConsultTest {
  private static final String PRINT =
      """
      {ok, Terms} = file:consult("terms"),
      ok = file:write_file("read", io_lib:format("~0tw~n", [Terms])),
      halt().
      """;

  @TempDir Path tree;

  private void file(String name, String text) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String terms) throws IOException, InterruptedException {
    file("terms", terms);
    Process erl =
        new ProcessBuilder("erl", "-noinput", "-boot", "start_clean", "-eval", PRINT)
            .directory(tree.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(erl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, erl.waitFor(), said);
    return Files.readString(tree.resolve("read")).strip();
  }

  private String config(String... arguments) throws IOException {
    Outcome outcome =
        InProcess.run(tree.toRealPath(), Map.of(), new byte[0], false, List.of(arguments));
    assertEquals("", outcome.stderr());
    return outcome.stdout();
  }

  @Test
  void everyValueIsReadAsItWasWritten() throws IOException, InterruptedException {
    file(
        "var/lib/enit/it's/release.enit",
        "{release, 'it\\'s', [{vsn, \"1\\\"0\"}, {applications, [sasl, 'Odd']}]}.");
    String values =
        """
        {'B c', <<1:4,"x">>}, {a, "åäö😀\\n\\x{1}"}, {c, #{1 => [x|y], 2.5 => $a}},
        {'case', [97,98,1000]}, {d, fun lists:map/2}, {e, -16#ff}, {f, 1.0e-300}, {g, []}""";
    file(
        "etc/enit/it's/user.config",
        """
        {node, [{cookie, secret}, {nodename, "n-1"}]}.
        {app, [%s]}.
        {extension, 'More of it', [{applications, [extra]}]}.
        {app, [{g, []}]}.
        """
            .formatted(values));
    String expected =
        """
        {release, 'it\\'s', [
          {vsn, "1\\"0"},
          {applications, [sasl, 'Odd', extra]},
          {extensions, ['More of it']},
          {nodename, 'n-1@cluster02'}]}.
        {app, [%s]}.
        {node, [{nodename, "n-1"}]}.
        """
            .formatted(values);
    assertEquals(read(expected), read(config("config", "--format", "erlang", "it's")));
  }
}
