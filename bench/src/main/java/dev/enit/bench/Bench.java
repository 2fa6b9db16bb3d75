package dev.enit.bench;

import dev.enit.bench.ServerBench.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The benchmark: measures a built distribution and its peers in turn, so that both meet the same
 * noise of the machine. Started by tools/bench.
 */
public final class Bench {
  private final Distribution enit;
  private final BenchTrees trees;
  private final Path relex;
  private final Optional<Contender> peer;
  private final boolean quick;
  private final ResultTable table = new ResultTable();

  private Bench(Distribution enit, BenchTrees trees, Path relex, String json, boolean quick) {
    this.enit = enit;
    this.trees = trees;
    this.relex = relex;
    this.peer = json.isEmpty() ? Optional.empty() : Optional.of(Contender.json(json));
    this.quick = quick;
  }

  /**
   * Arguments: the distribution, a folder to write to, samples/relex, the program of the JSON
   * server (or nothing), {@code quick} or {@code full}.
   */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Path home = Path.of(args[1]).toAbsolutePath();
    Files.createDirectories(home);
    Distribution enit = new Distribution(Path.of(args[0]).toAbsolutePath());
    Path relex = Path.of(args[2]).toAbsolutePath();
    new Bench(enit, new BenchTrees(home), relex, args[3], args[4].equals("quick")).run();
  }

  private void run() throws IOException {
    start();
    for (int lines : new int[] {40, 2_000, 50_000}) {
      work(lines);
    }
    steps();
    new ParsingBench(enit, trees, quick).run(table);
    new CheckBench(enit, trees, quick).run(table);
    new NodeBench(enit, trees, quick).run(table);
    String hanging = new HangBench(enit, trees.in("hanging"), quick).run();
    String requests = new RequestBench(enit, trees, quick).run();
    table.remark(
        peer.isEmpty()
            ? "json is missing: there is no npm, or it could not install the server."
            : "json: vscode-json-language-server 4.10.0, on the same settings as JSON.");
    table.remark("In brackets: what 99 % of the runs do not exceed.");
    table.remark(load());
    System.out.println(table);
    System.out.println();
    System.out.println(hanging);
    System.out.println();
    System.out.println(requests);
  }

  private List<ServerBench> contenders() {
    ServerBench own = new ServerBench(Contender.enit(enit.program()));
    return peer.map(p -> List.of(own, new ServerBench(p))).orElse(List.of(own));
  }

  private void start() throws IOException {
    say("start");
    Path defaults = relex.resolve("var/lib/enit/relex/defaults.config");
    Document sample = new Document(relex, defaults, "enit", Files.readString(defaults), 0, 0, 0);
    Document json = trees.json(40);
    List<ServerBench> contenders = contenders();
    for (int i = 0; i < (quick ? 3 : 20); i++) {
      for (ServerBench contender : contenders) {
        contender.start(contender == contenders.getFirst() ? sample : json, 1);
      }
    }
    table.heading("start");
    row("spawn to initialize answered", "ms", What.INITIALIZE, contenders);
    row("spawn to first diagnostics of samples/relex", "ms", What.FIRST_DIAGNOSTICS, contenders);
  }

  private void work(int lines) throws IOException {
    say(lines + " lines");
    Document release = trees.release(lines);
    Document json = trees.json(lines);
    List<ServerBench> contenders = contenders();
    int keystrokes = quick ? 20 : lines > 10_000 ? 50 : 200;
    for (int i = 0; i < (quick ? 1 : 3); i++) {
      for (ServerBench contender : contenders) {
        contender.work(contender == contenders.getFirst() ? release : json, keystrokes);
      }
    }
    table.heading(String.format("a layer of %,d lines", lines));
    row("spawn to first diagnostics", "ms", What.FIRST_DIAGNOSTICS, contenders);
    row("keystroke to diagnostics", "ms", What.KEYSTROKE, contenders);
    row("hover", "ms", What.HOVER, contenders);
    row("memory after the work", "MiB", What.MEMORY, contenders);
  }

  private void steps() throws IOException {
    say("single steps");
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(StepBench.class.getName())
            .param("home", trees.home().toString())
            .verbosity(VerboseMode.SILENT);
    if (quick) {
      options.warmupIterations(1).measurementIterations(2);
    }
    table.heading("single steps in one process, warm (JMH)");
    try {
      for (RunResult result : new Runner(options.build()).run()) {
        Times times = new Times();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
          fork.getIterationResults().forEach(i -> times.add(i.getPrimaryResult().getScore()));
        }
        int lines = Integer.parseInt(result.getParams().getParam("lines"));
        String what = result.getPrimaryResult().getLabel();
        table.row(String.format("%s, %,d lines", what, lines), "µs", times, "", new Times());
      }
    } catch (RunnerException e) {
      throw new IOException(e);
    }
  }

  private void row(String what, String unit, What kind, List<ServerBench> contenders) {
    ServerBench last = contenders.getLast();
    Times others = contenders.size() > 1 ? last.times(kind) : new Times();
    table.row(what, unit, contenders.getFirst().times(kind), last.contender().name(), others);
  }

  /** Returns how much else went on: ratios survive that, milliseconds do not. */
  private static String load() throws IOException {
    String[] averages = Files.readString(Path.of("/proc/loadavg")).split(" ", -1);
    return "Load of the machine in the last 15 minutes: %s, on %d processors."
        .formatted(averages[2], Runtime.getRuntime().availableProcessors());
  }

  static void say(String what) {
    System.err.println("bench: " + what);
  }
}
