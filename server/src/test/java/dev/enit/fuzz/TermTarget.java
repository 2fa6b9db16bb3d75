package dev.enit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.format.TermFormatter;
import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPrinter;
import dev.enit.grammar.term.TermValue;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * The fuzz target of the parser, the printer and the formatter. What is read again after edits
 * equals what is read at once; what is printed and laid out has the same value; the effort is
 * linear in the length.
 */
final class TermTarget implements FuzzTarget {
  private static final int LONGEST_FILE = 3_000;
  private static final int EDITS = 3;

  /** One input in so many is also read many times repeated. */
  private static final int SELDOM = 64;

  private static final int REPEATED = 100_000;

  /**
   * The cost that a call may have, independent of its input and for each character. Recovery in
   * brackets takes as much as they are nested, some 20 MB at the deepest that is read, all of it
   * garbage.
   */
  private static final long BYTES = 60_000_000;

  private static final long BYTES_EACH = 60_000;
  private static final long NANOS = 500_000_000;
  private static final long NANOS_EACH = 20_000;

  @Override
  public String name() {
    return "terms";
  }

  @Override
  public List<byte[]> corpus() throws IOException {
    return TermFiles.matching(".*\\.(app|appup|config|rel|enit|txt)", LONGEST_FILE);
  }

  @Override
  public byte[] mutate(byte[] input, byte[] other, Random random) {
    if (random.nextInt(40) == 0) {
      return ByteMutation.of(input, other, random);
    }
    return TermMutation.of(text(input), text(other), random).getBytes(UTF_8);
  }

  private static String text(byte[] input) {
    return SourceDecoder.decode(input).text();
  }

  @Override
  public void run(byte[] input) throws Throwable {
    String text = text(input);
    Random random = new Random(Arrays.hashCode(input));
    bounded(text);
    TermFile file = TermParser.parse(text);
    checkForms(file);
    file.forms().forEach(TermTarget::checkPrinted);
    checkFormatted(file, random);
    checkEdits(file, random);
    if (random.nextInt(SELDOM) == 0 && !text.isEmpty()) {
      bounded(text.repeat(1 + REPEATED / text.length()));
    }
  }

  private static void bounded(String text) throws Throwable {
    Effort.check(
        () -> TermParser.parse(text).forms(),
        BYTES + text.length() * BYTES_EACH,
        Duration.ofNanos(NANOS + text.length() * NANOS_EACH));
  }

  /** Forms follow each other within the text, and so do their errors. */
  private static void checkForms(TermFile file) {
    int end = 0;
    for (Form form : file.forms()) {
      assertTrue(form.start() >= end && form.end() > form.start(), "order of forms");
      assertNotNull(form.term());
      for (SyntaxError error : form.tree().errors()) {
        Span span = form.absolute(error.span());
        assertTrue(0 <= span.start() && span.end() <= file.text().length(), "place of " + error);
      }
      end = form.end();
    }
    assertTrue(end <= file.text().length());
  }

  private static void checkPrinted(Form form) {
    Term term = Objects.requireNonNull(form.term());
    if (form.isIntact()) {
      String printed = TermPrinter.print(term) + ".";
      TermFile again = TermParser.parse(printed);
      assertTrue(again.isIntact() && again.forms().size() == 1, "not read again: " + printed);
      Term read = Objects.requireNonNull(again.forms().getFirst().term());
      assertTrue(TermValue.same(term, read), "other value: " + printed);
    }
  }

  private static void checkFormatted(TermFile file, Random random) {
    FormatOptions options = new FormatOptions(10 + random.nextInt(110), random.nextInt(9));
    String formatted = TermFormatter.format(file, options).orElse(null);
    if (file.isIntact()) {
      assertNotNull(formatted);
      TermFile again = TermParser.parse(formatted);
      assertTrue(again.isIntact(), "not read again: " + formatted);
      assertEquals(file.forms().size(), again.forms().size());
      for (int i = 0; i < file.forms().size(); i++) {
        Term before = Objects.requireNonNull(file.forms().get(i).term());
        Term after = Objects.requireNonNull(again.forms().get(i).term());
        assertTrue(TermValue.same(before, after), "other value: " + formatted);
      }
      assertEquals(formatted, TermFormatter.format(again, options).orElseThrow());
    }
  }

  private static void checkEdits(TermFile file, Random random) {
    TermFile before = file;
    for (int i = 0; i < EDITS; i++) {
      String old = before.text();
      int start = random.nextInt(old.length() + 1);
      int end = Math.min(old.length(), start + random.nextInt(1 + random.nextInt(40)));
      int from = random.nextInt(old.length() + 1);
      String typed = old.substring(from, Math.min(old.length(), from + random.nextInt(6)));
      String text = old.substring(0, start) + typed + old.substring(end);
      TermFile again = TermParser.reparse(before, new Span(start, end), text);
      assertEquals(
          TermParser.parse(text).forms(), again.forms(), () -> "after " + start + "-" + end);
      before = again;
    }
  }
}
