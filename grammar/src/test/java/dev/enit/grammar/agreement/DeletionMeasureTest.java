package dev.enit.grammar.agreement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.parse.Tokens;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Takes every token out of every sample, one at a time, and looks where the first mistake is
 * reported: it should be on the line of the token or on the one directly above or below.
 */
class DeletionMeasureTest {
  /** Percent, just under what is reached. */
  private static final double FLOOR = 97.0;

  private static final Pattern TERMS = Pattern.compile(".*\\.(app|appup|config|rel|enit)");

  private int deletions;
  private int near;
  private int consultNear;
  private final List<String> misses = new ArrayList<>();

  @Test
  void mistakesAreReportedWhereTheyWereMade() throws Exception {
    try (Consult consult = new Consult()) {
      for (Path file : files()) {
        String text = Files.readString(file);
        if (consult.consult(text).accepted()) {
          measure(consult, file, text);
        }
      }
    }
    double reached = 100.0 * near / deletions;
    System.out.printf(
        Locale.ROOT,
        "%d deletions of one token: the first finding is on that line or beside it in %.1f %%,"
            + " that of file:consult/1 in %.1f %%%n",
        deletions,
        reached,
        100.0 * consultNear / deletions);
    if (Boolean.getBoolean("enit.misses")) {
      misses.forEach(System.out::println);
    }
    assertTrue(reached >= FLOOR, () -> reached + " % is less than " + FLOOR);
  }

  private void measure(Consult consult, Path file, String text) {
    LineIndex lines = LineIndex.of(text);
    for (Tokens.Token token : Tokens.of(text)) {
      if (token.kind() == Tokens.Kind.COMMENT) {
        continue;
      }
      Span span = token.span();
      String without = text.substring(0, span.start()) + text.substring(span.end());
      Consult.Answer answer = consult.consult(without);
      if (!answer.accepted()) {
        int first = lines.line(span.start());
        int last = lines.line(span.end());
        count(file, text, span, firstLine(without), first, last);
        consultNear += answer.number() - 1 >= first - 1 && answer.number() - 1 <= last + 1 ? 1 : 0;
      }
    }
  }

  private void count(Path file, String text, Span span, int found, int first, int last) {
    deletions++;
    if (found >= first - 1 && found <= last + 1) {
      near++;
    } else {
      misses.add(
          "%s:%d %s found on %d"
              .formatted(file.getFileName(), first + 1, span.in(text), found + 1));
    }
  }

  /** The line of the first mistake, from 0; far away where there is none. */
  private static int firstLine(String text) {
    TermFile file = TermParser.parse(text);
    for (Form form : file.forms()) {
      if (!form.isIntact()) {
        Span span = form.absolute(form.tree().errors().getFirst().span());
        return file.lines().line(span.start());
      }
    }
    return Integer.MAX_VALUE / 2;
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    String roots =
        System.getProperty("enit.deletion.roots", "../samples,src/test/resources/deletion");
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
