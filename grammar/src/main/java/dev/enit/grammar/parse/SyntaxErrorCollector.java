package dev.enit.grammar.parse;

import dev.enit.grammar.term.NewerSyntax;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The collector of the syntax errors and the newer syntax of one form while it is parsed. Offsets
 * go in as those of the text and come out relative to the form.
 */
final class SyntaxErrorCollector {
  /** More errors than a user reads; the rest of such a form is no Erlang anyway. */
  private static final int LIMIT = 100;

  private final int formStart;
  private final List<SyntaxError> errors = new ArrayList<>(0);
  private final List<NewerSyntax> newer = new ArrayList<>(0);

  SyntaxErrorCollector(int formStart) {
    this.formStart = formStart;
  }

  void add(Kind kind, int start, int end, String... arguments) {
    add(kind, new Span(start, end), null, null, arguments);
  }

  void add(
      Kind kind, Span span, @Nullable Span related, @Nullable Repair repair, String... arguments) {
    if (errors.size() < LIMIT) {
      Span relatedHere = related == null ? null : related.shift(-formStart);
      Repair repairHere =
          repair == null
              ? null
              : new Repair(repair.span().shift(-formStart), repair.text(), repair.certain());
      SyntaxError error =
          new SyntaxError(
              kind, span.shift(-formStart), List.of(arguments), relatedHere, repairHere);
      if (!isKnown(error)) {
        errors.add(error);
      }
    }
  }

  /** Returns whether the last diagnostic says the same: a comma can be one too many in two ways. */
  private boolean isKnown(SyntaxError error) {
    if (errors.isEmpty()) {
      return false;
    }
    SyntaxError last = errors.getLast();
    boolean sameSpan = last.span().equals(error.span()) && !error.span().isEmpty();
    return last.kind() == error.kind() && sameSpan;
  }

  /** Adds an error of which a form has at most one, about the unit at an offset. */
  void addOnce(Kind kind, int place, String argument) {
    if (errors.stream().noneMatch(error -> error.kind() == kind)) {
      add(kind, place, place + 1, argument);
    }
  }

  void newer(NewerSyntax.Feature feature, int start, int end) {
    newer.add(new NewerSyntax(new Span(start - formStart, end - formStart), feature));
  }

  void clear() {
    errors.clear();
  }

  /**
   * Makes repairs uncertain unless each error is one that has nothing to do with others.
   *
   * @param balanced whether the brackets of the form match
   */
  void doubt(boolean balanced) {
    boolean simple = balanced && errors.stream().allMatch(SyntaxErrorCollector::standsAlone);
    if (!simple) {
      errors.replaceAll(SyntaxErrorCollector::uncertain);
    }
  }

  private static boolean standsAlone(SyntaxError error) {
    return switch (error.kind()) {
      case MISSING_COMMA -> error.repair() != null && error.repair().certain();
      case MISSING_DOT, DOT_WITHOUT_SPACE, CURLY_QUOTE, RESERVED_WORD, BAD_CHARACTER -> true;
      case VARIABLE -> true;
      default -> false;
    };
  }

  private static SyntaxError uncertain(SyntaxError error) {
    Repair repair = error.repair();
    return repair == null
        ? error
        : new SyntaxError(
            error.kind(), error.span(), error.arguments(), error.related(), repair.uncertain());
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  int count() {
    return errors.size();
  }

  /** Returns the errors in the order of the text. */
  List<SyntaxError> errors() {
    if (errors.size() > 1) {
      errors.sort(Comparator.comparingInt(error -> error.span().start()));
    }
    return errors;
  }

  List<NewerSyntax> newer() {
    return newer;
  }
}
