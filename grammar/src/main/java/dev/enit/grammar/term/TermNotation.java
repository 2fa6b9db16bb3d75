package dev.enit.grammar.term;

import dev.enit.grammar.term.TermList.Items;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notation of values that come from no file, such as those of a running node. To Erlang {@code
 * "PQ"} and {@code [80, 81]} are the same value, so only a file, or a guess, tells which of the two
 * an administrator expects to read. The value itself is never changed.
 */
public final class TermNotation {
  /** Shorter lists of small numbers are too often no text: ports, limits, bytes of an address. */
  private static final int SHORTEST_TEXT = 3;

  private TermNotation() {}

  /**
   * Returns a list as a string where it can hardly be anything else: three printable ASCII
   * characters or more, with line ends and tabs among them at most. Its elements stay as they are.
   */
  public static Term guessed(Term.ListTerm list) {
    String text = list.tail() == null ? text(list) : null;
    return text != null && isAsciiText(text) ? new Term.Str(list.span(), text) : list;
  }

  private static boolean isAsciiText(String text) {
    int printable = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        printable++;
      } else if (c != '\n' && c != '\r' && c != '\t') {
        return false;
      }
    }
    return printable >= SHORTEST_TEXT;
  }

  /**
   * Returns a value in the notation of a model, at each place where the two correspond: elements of
   * tuples and lists by their position, tagged tuples of lists by their tag, values of maps by
   * their key.
   */
  public static Term like(Term value, Term model) {
    if (TermValue.same(value, model)) {
      return model;
    }
    return switch (value) {
      case Term.Str _, Term.ListTerm _ when Items.isList(model) -> list(value, model);
      case Term.Tuple tuple when model instanceof Term.Tuple other && correspond(tuple, other) ->
          new Term.Tuple(tuple.span(), positions(tuple.elements(), other.elements()));
      case Term.MapTerm map when model instanceof Term.MapTerm other -> map(map, other);
      case Term.Binary binary when model instanceof Term.Binary other ->
          new Term.Binary(binary.span(), binary.value(), other.isText());
      default -> value;
    };
  }

  private static Term list(Term value, Term model) {
    if (!TermList.isProper(value)) {
      return value;
    }
    List<Term> elements = TermList.elements(value);
    if (model instanceof Term.Str) {
      String text = text(value);
      return text == null ? value : new Term.Str(value.span(), text);
    }
    List<Term> models = TermList.elements(model);
    boolean isNumbers = !models.isEmpty() && models.stream().allMatch(m -> codePoint(m) >= 0);
    if (value instanceof Term.Str && !isNumbers) {
      return value;
    }
    boolean isStrings = !models.isEmpty() && models.stream().allMatch(m -> m instanceof Term.Str);
    List<Term> like = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Term element = elements.get(i);
      Term of = i < models.size() ? models.get(i) : isStrings ? models.getLast() : null;
      if (element instanceof Term.Tuple tuple) {
        of = corresponding(tuple, of, models);
      }
      like.add(of == null ? element : like(element, of));
    }
    return new Term.ListTerm(value.span(), like, null);
  }

  /** Returns the tuple of a model list that tells how a tuple of a list is written. */
  private static @Nullable Term corresponding(
      Term.Tuple tuple, @Nullable Term here, List<Term> models) {
    if (tag(tuple) == null || (here instanceof Term.Tuple other && correspond(tuple, other))) {
      return here;
    }
    for (Term model : models) {
      if (model instanceof Term.Tuple other && correspond(tuple, other)) {
        return model;
      }
    }
    return null;
  }

  private static boolean correspond(Term.Tuple one, Term.Tuple other) {
    String tag = tag(one);
    return one.elements().size() == other.elements().size()
        && (tag == null ? tag(other) == null : tag.equals(tag(other)));
  }

  private static @Nullable String tag(Term.Tuple tuple) {
    return !tuple.elements().isEmpty()
            && tuple.elements().getFirst() instanceof Term.Atom(var _, String name)
        ? name
        : null;
  }

  private static List<Term> positions(List<Term> values, List<Term> models) {
    List<Term> like = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      like.add(like(values.get(i), models.get(i)));
    }
    return like;
  }

  private static Term map(Term.MapTerm map, Term.MapTerm model) {
    List<Term.Association> like = new ArrayList<>(map.associations().size());
    for (Term.Association entry : map.associations()) {
      Term.Association found = entry;
      for (Term.Association other : model.associations()) {
        if (TermValue.same(entry.key(), other.key())) {
          found = new Term.Association(other.key(), like(entry.value(), other.value()));
        }
      }
      like.add(found);
    }
    return new Term.MapTerm(map.span(), like);
  }

  /** Returns the text of a proper list of printable characters; {@code null} of any other. */
  private static @Nullable String text(Term list) {
    StringBuilder text = new StringBuilder();
    Items items = Items.of(list);
    while (items.hasNext()) {
      int point = codePoint(items.next());
      if (!QuotedText.isPrintable(point)) {
        return null;
      }
      text.appendCodePoint(point);
    }
    return text.toString();
  }

  private static int codePoint(Term term) {
    return switch (term) {
      case Term.Char c -> c.codePoint();
      case Term.Int(var _, BigInteger value) when value.signum() >= 0 && value.bitLength() <= 21 ->
          value.intValue();
      default -> -1;
    };
  }
}
