package dev.enit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The benchmark of the parser, beside {@code file:consult/1} on the same file, both warm. */
record ParsingBench(Distribution enit, BenchTrees trees, boolean quick) {
  /** Prints, in milliseconds, the median of a reading and its processor time. */
  private static final String CONSULT =
      """
      [File, Rounds] = init:get_plain_arguments(),
      N = list_to_integer(Rounds),
      Read = fun(_) -> {T, {ok, _}} = timer:tc(fun() -> file:consult(File) end), T / 1000 end,
      lists:foreach(Read, lists:seq(1, 3)),
      statistics(runtime),
      Times = lists:sort(lists:map(Read, lists:seq(1, N))),
      {_, Used} = statistics(runtime),
      io:format("~f ~f~n", [lists:nth(N div 2 + 1, Times), Used / N]), halt().
      """;

  void run(ResultTable table) throws IOException {
    table.heading("reading a file, warm");
    for (int lines : new int[] {2_000, 50_000}) {
      Bench.say("reading " + lines + " lines");
      measure(lines, table);
    }
  }

  private void measure(int lines, ResultTable table) throws IOException {
    Path file = trees.release(lines).file();
    String rounds = "" + (lines > 10_000 ? 40 : 500);
    Times[] own = times(4);
    Times[] consult = times(2);
    for (int i = 0; i < (quick ? 1 : 5); i++) {
      add(own, enit.java(ParsingProcess.class, trees.home(), file.toString(), rounds));
      add(consult, ProgramRun.erl(CONSULT, trees.home(), file.toString(), rounds));
    }
    String size = String.format("%,d lines, %,d kB", lines, Files.size(file) / 1000);
    table.row(size, "ms", own[1], "file:consult/1", consult[0]);
    table.row("  processor time, garbage included", "ms", own[2], "", consult[1]);
    table.row("  processor time after a keystroke", "ms", own[3], "", consult[1]);
    table.row("  for the first time in a process", "ms", own[0], "", new Times());
  }

  private static Times[] times(int count) {
    return Stream.generate(Times::new).limit(count).toArray(Times[]::new);
  }

  private static void add(Times[] times, ProgramRun run) {
    String[] numbers = run.output().strip().split(" ", -1);
    for (int i = 0; i < times.length; i++) {
      times[i].add(Double.parseDouble(numbers[i]));
    }
  }
}
