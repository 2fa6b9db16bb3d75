package dev.enit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The benchmark of {@code enit check} for many releases, beside an emulator that just reads them.
 */
record CheckBench(Distribution enit, BenchTrees trees, boolean quick) {
  private static final String CONSULT_ALL =
      """
      [Folder] = init:get_plain_arguments(),
      Files = filelib:fold_files(Folder, "\\\\.(config|enit)$", true, fun(F, L) -> [F | L] end, []),
      [{ok, _} = file:consult(F) || F <- Files], halt().
      """;

  void run(ResultTable table) throws IOException {
    int releases = quick ? 100 : 1_000;
    Bench.say("check of " + releases + " releases");
    Path tree = trees.releases(releases);
    Times time = new Times();
    Times memory = new Times();
    Times erlTime = new Times();
    Times erlMemory = new Times();
    for (int i = 0; i < (quick ? 1 : 5); i++) {
      ProgramRun check =
          ProgramRun.of(List.of(enit.program(), "check", tree.toString()), trees.home());
      time.add(check.expect(0, 1).millis());
      memory.add(check.peak());
      ProgramRun erl = ProgramRun.erl(CONSULT_ALL, trees.home(), tree.toString());
      erlTime.add(erl.millis());
      erlMemory.add(erl.peak());
    }
    table.heading(String.format("enit check, %,d releases of 3 files", releases));
    table.row("whole process", "ms", time, "erl, only file:consult/1", erlTime);
    table.row("most memory", "MiB", memory, "erl", erlMemory);
  }
}
