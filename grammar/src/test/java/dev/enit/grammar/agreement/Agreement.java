package dev.enit.grammar.agreement;

import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.NewerSyntax;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPrinter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The comparison of parser and consult for one text: accepted or refused, and the values. */
final class Agreement {
  private Agreement() {}

  /** Returns the difference between parser and consult on a file; empty where they agree. */
  static String difference(Consult consult, byte[] bytes) {
    SourceDecoder.Decoded decoded = SourceDecoder.decode(bytes);
    TermFile file = TermParser.parse(decoded.text(), consult.syntax());
    boolean accepted = decoded.errors().isEmpty() && file.isReadable();
    Consult.Answer answer = consult.consult(bytes);
    if (accepted != answer.accepted()) {
      return accepted ? "consult refuses: " + answer.words() : "consult accepts: " + errors(file);
    }
    if (!accepted) {
      return "";
    }
    byte[] printed = printed(file).getBytes(StandardCharsets.UTF_8);
    String same = consult.compare(bytes, printed);
    return same.equals("same") ? "" : same + " from " + printed(file);
  }

  static String difference(Consult consult, String text) {
    return difference(consult, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String printed(TermFile file) {
    StringBuilder all = new StringBuilder("%% coding: utf-8\n");
    for (Form form : file.forms()) {
      Term term = Objects.requireNonNull(form.term());
      all.append(TermPrinter.print(term)).append(".\n");
    }
    return all.toString();
  }

  private static String errors(TermFile file) {
    StringBuilder all = new StringBuilder();
    file.forms().forEach(form -> form.tree().errors().forEach(all::append));
    return all.toString();
  }

  /** Returns the OTP that a text needs, 0 for any. */
  static int needs(String text) {
    return TermParser.parse(text).forms().stream()
        .flatMap(form -> form.tree().newer().stream())
        .map(NewerSyntax::feature)
        .mapToInt(NewerSyntax.Feature::since)
        .filter(since -> since > 1)
        .max()
        .orElse(0);
  }
}
