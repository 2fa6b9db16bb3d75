package dev.enit.bench;

import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The main class of a separate process that parses a file again and again, and prints four numbers,
 * in milliseconds: the first reading; a warm one, the median; the processor time of a warm one; a
 * warm one after a keystroke, its processor time.
 */
public final class ParsingProcess {
  /** The time that the JIT compiler needs on a busy machine. */
  private static final double WARM_UP = 5_000;

  private ParsingProcess() {}

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
    double used = ProcessorTime.millis();
    for (int i = 0; i < rounds; i++) {
      begin = System.nanoTime();
      terms = read(file);
      warm.add(Times.since(begin));
    }
    double processors = (ProcessorTime.millis() - used) / rounds;
    keystrokes(terms, 100 * rounds);
    used = ProcessorTime.millis();
    keystrokes(terms, 100 * rounds);
    double keystroke = (ProcessorTime.millis() - used) / (100 * rounds);
    System.out.printf("%f %f %f %f%n", first, warm.median(), processors, keystroke);
  }

  private static TermFile read(Path file) throws IOException {
    TermFile terms = TermParser.parse(SourceDecoder.decode(Files.readAllBytes(file)).text());
    if (!terms.isIntact()) {
      throw new IllegalStateException("not intact: " + file);
    }
    return terms;
  }

  /** A letter goes into an atom in the middle and out again. */
  private static void keystrokes(TermFile before, int rounds) {
    String text = before.text();
    int at = text.indexOf("true", text.length() / 2) + "true".length();
    String typed = text.substring(0, at) + "x" + text.substring(at);
    TermFile terms = before;
    long forms = 0;
    for (int i = 0; i < rounds; i++) {
      terms =
          i % 2 == 0
              ? TermParser.reparse(terms, Span.at(at), typed)
              : TermParser.reparse(terms, new Span(at, at + 1), text);
      forms += terms.forms().size(); // It is read when its forms are requested.
    }
    if (forms != (long) rounds * before.forms().size()) {
      throw new IllegalStateException("forms were lost");
    }
  }
}
