package dev.enit.bench;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.config.ConfigMerge;
import dev.enit.core.config.EffectiveConfig;
import dev.enit.core.diagnostics.Diagnostics;
import dev.enit.core.ide.HoverProvider;
import dev.enit.core.ide.HoverProvider.Hover;
import dev.enit.core.release.Release;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.TextChange;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The microbenchmarks of what a keystroke, a hover and a check consist of, on a release with a long
 * layer that is open.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBench {
  /** The folder for the files of the benchmark. */
  @Param("")
  public String home = "";

  /** The length of the layer. */
  @Param({"2000", "50000"})
  public int lines;

  private final WorkspaceHost host =
      new WorkspaceHost(Settings.NONE, Map.of(), HostFacts.ofThisHost());
  private Path file = Path.of("");
  private TermFile terms = TermParser.parse("");
  private String edited = "";
  private int offset;
  private boolean digitIsIn;

  /** Writes the release and opens its layer. */
  @Setup
  public void open() throws IOException {
    Document document = new BenchTrees(Path.of(home)).release(lines);
    file = document.file();
    terms = TermParser.parse(document.text());
    host.open(file, 1, document.text());
    int line = document.text().lines().limit(document.line()).mapToInt(l -> l.length() + 1).sum();
    offset = line + document.digit();
    edited = new StringBuilder(document.text()).insert(offset, '7').toString();
  }

  @Benchmark
  public List<Form> parse() {
    return TermParser.parse(terms.text()).forms();
  }

  @Benchmark
  public List<Form> reparse() {
    return TermParser.reparse(terms, Span.at(offset), edited).forms();
  }

  @Benchmark
  public EffectiveConfig merge() {
    Workspace workspace = host.snapshot();
    Release release = workspace.release(workspace.releaseOf(file).orElseThrow());
    return ConfigMerge.merge(release.layers(), _ -> Map.of(), release.config().secrets());
  }

  @Benchmark
  public Optional<Hover> hover() {
    return HoverProvider.at(host.snapshot(), file, offset);
  }

  /** An edit, and the diagnostics of the file after it. */
  @Benchmark
  public List<Diagnostic> check() {
    Span changed = digitIsIn ? new Span(offset, offset + 1) : Span.at(offset);
    digitIsIn = !digitIsIn;
    TextChange edit = new TextChange(changed, digitIsIn ? "7" : "");
    return Diagnostics.of(host.change(file, 2, List.of(edit)), file);
  }
}
