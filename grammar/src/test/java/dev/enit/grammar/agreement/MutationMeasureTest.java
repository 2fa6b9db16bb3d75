package dev.enit.grammar.agreement;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.grammar.agreement.Mutant.Kind;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.CertainRepairs;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.SyntaxError.Repair;
import dev.enit.grammar.term.TermFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Measures how well mutants of realistic files are diagnosed. The first error should be on the line
 * of the mutation or directly beside it; {@code file:consult/1} is judged by the same rule. What
 * the certain repairs give should be readable, and of the value that the file had before. {@code
 * -Denit.misses=true} lists the mutants that fall short.
 */
class MutationMeasureTest {
  /** Percent of the mutants whose first error is on the right line; just under what is reached. */
  private static final Map<Kind, Double> LINE_FLOORS =
      Map.of(
          Kind.DELETION, 99.5,
          Kind.DOUBLING, 99.7,
          Kind.INSERTION, 99.3,
          Kind.EXCHANGE, 99.8,
          Kind.REPLACEMENT, 99.5,
          Kind.QUOTE, 99.0);

  private static final double LINE_FLOOR = 99.5;

  /** Percent of the repaired mutants that have the value of the original again. */
  private static final double VALUE_FLOOR = 98.0;

  private static final Pattern TERMS =
      Pattern.compile(".*\\.(app|app\\.src|appup|config|rel|enit|cfg|spec)");

  /** The counts of one kind. */
  private static final class Count {
    int refused;
    int near;
    int consultNear;
    int repaired;
    int readable;
    int original;

    void add(Count other) {
      refused += other.refused;
      near += other.near;
      consultNear += other.consultNear;
      repaired += other.repaired;
      readable += other.readable;
      original += other.original;
    }
  }

  private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
  private final List<String> misses = new ArrayList<>();
  private final int most = Integer.getInteger("enit.mutants", 40);

  @Test
  void mutantsAreDiagnosedAndRepaired() throws Exception {
    try (Consult consult = new Consult()) {
      for (Path file : files()) {
        String text = Files.readString(file);
        Consult.Value original = consult.hash(text);
        if (original.accepted()) {
          for (Kind kind : Kind.values()) {
            for (Mutant mutant :
                Mutant.of(text, kind, most, file.getFileName().toString().hashCode())) {
              measure(consult, file, mutant, original.hash());
            }
          }
        }
      }
    }
    print();
    if (Boolean.getBoolean("enit.misses")) {
      misses.forEach(System.out::println);
    }
    assertFloors();
  }

  private void assertFloors() {
    List<Executable> floors = new ArrayList<>();
    Count all = new Count();
    counts.forEach(
        (kind, count) -> {
          double near = percent(count.near, count.refused);
          double consult = percent(count.consultNear, count.refused);
          double floor = LINE_FLOORS.getOrDefault(kind, LINE_FLOOR);
          floors.add(() -> assertTrue(near >= floor, kind + ": right line in " + near + " %"));
          floors.add(() -> assertTrue(near > consult, kind + ": consult has " + consult + " %"));
          floors.add(
              () -> assertEquals(count.repaired, count.readable, kind + ": readable repairs"));
          if (kind.isReversible()) {
            double original = percent(count.original, count.repaired);
            floors.add(
                () -> assertTrue(original >= VALUE_FLOOR, kind + ": value in " + original + " %"));
            all.add(count);
          }
        });
    double near = percent(all.near, all.refused);
    floors.add(() -> assertTrue(near >= LINE_FLOOR, "right line in " + near + " %"));
    assertAll(floors);
  }

  private void print() {
    System.out.printf(
        "%-34s %8s %8s %8s   %8s %8s %8s%n",
        "kind", "refused", "enit", "consult", "repaired", "readable", "original");
    Count all = new Count();
    counts.forEach(
        (kind, count) -> {
          print(kind.title(), count);
          if (kind.isReversible()) {
            all.add(count);
          }
        });
    print("deletion, insertion, exchange", all);
  }

  private static void print(String title, Count count) {
    System.out.printf(
        Locale.ROOT,
        "%-34s %8d %7.2f%% %7.2f%%   %7.1f%% %7.2f%% %7.2f%%%n",
        title,
        count.refused,
        percent(count.near, count.refused),
        percent(count.consultNear, count.refused),
        percent(count.repaired, count.refused),
        percent(count.readable, count.repaired),
        percent(count.original, count.repaired));
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 100 : 100.0 * part / whole;
  }

  private void measure(Consult consult, Path file, Mutant mutant, long original) {
    Consult.Value value = consult.hash(mutant.text());
    if (value.accepted()) {
      return;
    }
    Count count = counts.computeIfAbsent(mutant.kind(), kind -> new Count());
    count.refused++;
    count.consultNear += isNear(mutant, value.line() - 1) ? 1 : 0;
    TermFile terms = TermParser.parse(mutant.text());
    int found = firstLine(terms);
    if (isNear(mutant, found)) {
      count.near++;
    } else {
      miss("LINE", file, mutant, "found on " + (found + 1));
    }
    String repaired = repaired(terms);
    if (!repaired.equals(mutant.text())) {
      count.repaired++;
      Consult.Value result = consult.hash(repaired);
      count.readable += result.accepted() ? 1 : 0;
      boolean same = result.accepted() && result.hash() == original;
      count.original += same ? 1 : 0;
      if (!same) {
        miss(result.accepted() ? "VALUE" : "BROKEN", file, mutant, words(terms));
      }
    } else {
      miss("NONE", file, mutant, words(terms));
    }
  }

  private static String words(TermFile terms) {
    StringBuilder words = new StringBuilder();
    for (Form form : terms.forms()) {
      for (SyntaxError error : form.tree().errors()) {
        words.append(terms.lines().line(form.absolute(error.span()).start()) + 1);
        words.append(' ').append(error.kind()).append(error.arguments());
        Repair repair = error.repair();
        if (repair != null) {
          Span span = form.absolute(repair.span());
          words
              .append(repair.certain() ? " <" : " ?<")
              .append(span.in(terms.text()))
              .append("|")
              .append(repair.text())
              .append(">");
        }
        words.append("; ");
      }
    }
    return words.toString();
  }

  private void miss(String how, Path file, Mutant mutant, String words) {
    misses.add(
        "%s %s %s:%d %s: %s"
            .formatted(
                how,
                mutant.kind(),
                file.getFileName(),
                mutant.first() + 1,
                mutant.what().replace("\n", "\\n"),
                words.replace("\n", "\\n")));
  }

  private static boolean isNear(Mutant mutant, int line) {
    return line >= mutant.first() - 1 && line <= mutant.last() + 1;
  }

  /** Returns the line of the first mistake, from 0; far away where there is none. */
  private static int firstLine(TermFile file) {
    for (Form form : file.forms()) {
      if (!form.isIntact()) {
        Span span = form.absolute(form.tree().errors().getFirst().span());
        return file.lines().line(span.start());
      }
    }
    return Integer.MAX_VALUE / 2;
  }

  /** Returns the text after all repairs that are certain. */
  private static String repaired(TermFile file) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    CertainRepairs certain = new CertainRepairs(file);
    for (int i = 0; i < file.forms().size(); i++) {
      Form form = file.forms().get(i);
      for (SyntaxError error : form.tree().errors()) {
        Repair repair = error.repair();
        if (repair != null && repair.certain() && certain.areIn(i)) {
          Span span = form.absolute(repair.span());
          if (span.start() >= at) {
            text.append(file.text(), at, span.start()).append(repair.text());
            at = span.end();
          }
        }
      }
    }
    return text.append(file.text(), at, file.text().length()).toString();
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    String roots =
        System.getProperty("enit.mutation.roots", "../samples,src/test/resources/mutation");
    for (String root : roots.split(",", -1)) {
      if (Files.isDirectory(Path.of(root))) {
        try (Stream<Path> all = Files.walk(Path.of(root))) {
          all.filter(path -> TERMS.matcher(path.toString()).matches()).forEach(files::add);
        }
      }
    }
    return files.stream().sorted().toList();
  }
}
