package dev.enit.bench;

import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process of its own that reads a file again and again, and prints three numbers: milliseconds of
 * the first reading, of a warm one (the median), and of a warm one after a keystroke.
 */
public final class Parsing {
  private Parsing() {}

  /** How long a compiler needs on a busy machine. */
  private static final double WARM_UP = 5_000;

  /** Arguments: the file, and how often to read it while it is measured. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    long begin = System.nanoTime();
    TermFile terms = read(file);
    double first = Times.since(begin);
    while (Times.since(begin) < WARM_UP) {
      terms = read(file);
    }
    Times warm = new Times();
    for (int i = 0; i < rounds; i++) {
      long round = System.nanoTime();
      terms = read(file);
      warm.add(Times.since(round));
    }
    System.out.printf("%f %f %f%n", first, warm.median(), keystroke(terms, 20 * rounds));
  }

  private static TermFile read(Path file) throws IOException {
    TermFile terms = TermParser.parse(SourceDecoder.decode(Files.readAllBytes(file)).text());
    if (!terms.isIntact()) {
      throw new IllegalStateException("not intact: " + file);
    }
    return terms;
  }

  private static double keystroke(TermFile before, int rounds) {
    String text = before.text();
    int at = text.indexOf("true", text.length() / 2) + "true".length();
    String typed = text.substring(0, at) + "x" + text.substring(at);
    Times times = new Times();
    TermFile terms = before;
    for (int i = 0; i < rounds; i++) {
      boolean in = i % 2 == 0;
      long begin = System.nanoTime();
      terms = TermParser.reparse(terms, in ? Span.at(at) : new Span(at, at + 1), in ? typed : text);
      if (i >= rounds / 2) {
        times.add(Times.since(begin));
      }
    }
    return times.median();
  }
}
