package dev.enit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long a file takes to read, beside {@code file:consult/1} on the same file, both warm. */
record ParsingBench(Distribution enit, Trees trees, boolean quick) {
  /** Reads a file again and again, and prints the milliseconds of a reading, the median. */
  private static final String CONSULT =
      """
      [File, Rounds] = init:get_plain_arguments(),
      Read = fun() -> {T, {ok, _}} = timer:tc(fun() -> file:consult(File) end), T / 1000 end,
      N = list_to_integer(Rounds),
      [Read() || _ <- lists:seq(1, 5)],
      Times = lists:sort([Read() || _ <- lists:seq(1, N)]),
      io:format("~f~n", [lists:nth(N div 2 + 1, Times)]), halt().
      """;

  void run(Table table) throws IOException {
    table.heading("reading a file, warm");
    for (int lines : new int[] {2_000, 50_000}) {
      Bench.say("reading " + lines + " lines");
      measure(lines, table);
    }
  }

  private void measure(int lines, Table table) throws IOException {
    Path file = trees.release(lines).file();
    String rounds = "" + (lines > 10_000 ? 20 : 200);
    Times warm = new Times();
    Times cold = new Times();
    Times keystroke = new Times();
    Times consult = new Times();
    for (int i = 0; i < (quick ? 1 : 5); i++) {
      String[] times =
          enit.java(Parsing.class, trees.home(), file.toString(), rounds)
              .output()
              .strip()
              .split(" ", -1);
      cold.add(Double.parseDouble(times[0]));
      warm.add(Double.parseDouble(times[1]));
      keystroke.add(Double.parseDouble(times[2]));
      Run erl = Run.erl(CONSULT, trees.home(), file.toString(), rounds);
      consult.add(Double.parseDouble(erl.output().strip()));
    }
    String size = String.format("%,d lines, %,d kB", lines, Files.size(file) / 1000);
    table.row(size, "ms", warm, "file:consult/1", consult);
    table.row("  again after a keystroke", "ms", keystroke, "file:consult/1", consult);
    table.row("  for the first time in a process", "ms", cold, "", new Times());
  }
}
