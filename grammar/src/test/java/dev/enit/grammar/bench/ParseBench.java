package dev.enit.grammar.bench;

import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A benchmark of the parser: the first time in this JVM, warm, and again after an edit in the
 * middle. Arguments are files; a line is printed for each.
 */
public final class ParseBench {
  private static final int WARM_UP = 40;
  private static final int RUNS = 31;

  private ParseBench() {}

  public static void main(String[] files) throws IOException {
    for (String file : files) {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      long start = System.nanoTime();
      TermFile parsed = TermParser.parse(SourceDecoder.decode(bytes).text());
      double first = (System.nanoTime() - start) / 1e6;
      String text = parsed.text();
      double warm = median(() -> TermParser.parse(text));
      double edit = median(edit(parsed));
      System.out.printf(
          Locale.ROOT,
          "%s: %d bytes, %d forms; first %.1f ms, warm %.2f ms (%.0f MB/s), edit %.2f ms%n",
          file,
          bytes.length,
          parsed.forms().size(),
          first,
          warm,
          bytes.length / warm / 1e3,
          edit);
    }
  }

  /** Returns a supplier that inserts a blank after the form in the middle of the file. */
  private static Supplier<TermFile> edit(TermFile before) {
    int middle = before.text().length() / 2;
    int at = before.formAt(middle).map(Form::start).orElse(middle) + 1;
    String text = before.text().substring(0, at) + " " + before.text().substring(at);
    return () -> TermParser.reparse(before, Span.at(at), text);
  }

  private static double median(Supplier<TermFile> work) {
    long[] times = new long[RUNS];
    int kept = 0;
    for (int i = 0; i < WARM_UP + RUNS; i++) {
      long start = System.nanoTime();
      kept += work.get().forms().size();
      if (i >= WARM_UP) {
        times[i - WARM_UP] = System.nanoTime() - start;
      }
    }
    if (kept < 0) {
      throw new IllegalStateException("never");
    }
    Arrays.sort(times);
    return times[RUNS / 2] / 1e6;
  }
}
