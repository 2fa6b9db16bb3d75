package dev.enit.core.parameter;

import dev.enit.core.parameter.Parameters.Parameter;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The values that a documented parameter can have, out of the words of its type: {@code tty |
 * {file, Name} | false} names two atoms and a shape.
 *
 * @param atoms those that it names, the default first
 * @param shapes larger terms, with words in the places that are to be filled
 * @param standard the default where the documentation gives it as a term
 */
public record ParameterValues(List<String> atoms, List<String> shapes, Optional<Term> standard) {
  private static final Pattern ATOM = Pattern.compile("[a-z][a-z0-9_]*|'[^']+'");
  private static final Set<String> TYPES =
      Set.of(
          "address", "atom", "boolean", "float", "integer", "list", "map", "module", "number",
          "string");

  private static final Map<Parameter, ParameterValues> KNOWN = new ConcurrentHashMap<>();

  public ParameterValues {
    atoms = List.copyOf(atoms);
    shapes = List.copyOf(shapes);
  }

  public static ParameterValues of(Parameter parameter) {
    return KNOWN.computeIfAbsent(parameter, ParameterValues::read);
  }

  private static ParameterValues read(Parameter parameter) {
    Set<String> atoms = new LinkedHashSet<>();
    List<String> shapes = new ArrayList<>();
    // Of a list the words name the elements.
    for (String piece : isList(parameter) ? List.<String>of() : pieces(parameter.type())) {
      if (piece.equals("boolean")) {
        atoms.add("true");
        atoms.add("false");
      } else if (ATOM.matcher(piece).matches() && !TYPES.contains(piece)) {
        atoms.add(piece.replace("'", ""));
      } else if (isShape(piece)) {
        shapes.add(piece);
      }
    }
    Optional<Term> standard =
        parameter.standard().flatMap(text -> standard(text, parameter.type(), atoms));
    return new ParameterValues(standardFirst(atoms, standard), shapes, standard);
  }

  private static boolean isList(Parameter parameter) {
    return parameter.type().startsWith("list ") || parameter.type().startsWith("property list");
  }

  private static boolean isShape(String piece) {
    boolean brackets =
        (piece.startsWith("{") && piece.endsWith("}"))
            || (piece.startsWith("[") && piece.endsWith("]"));
    return brackets && piece.indexOf('|') < 0;
  }

  /** The alternatives: whatever bars, commas and {@code or} separate outside of brackets. */
  private static List<String> pieces(String type) {
    List<String> pieces = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at <= type.length(); at++) {
      char c = at < type.length() ? type.charAt(at) : '|';
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      boolean or = depth == 0 && type.startsWith(" or ", at);
      if (or || (depth == 0 && (c == '|' || c == ','))) {
        pieces.add(type.substring(start, at).strip().replaceFirst("^or ", ""));
        start = Math.min(type.length(), at + (or ? 4 : 1));
      }
    }
    return pieces;
  }

  /** The default, where it is a term of the type, perhaps with a remark behind it. */
  private static Optional<Term> standard(String words, String type, Set<String> atoms) {
    String word = words.split(",| since ", 2)[0];
    TermFile file = TermParser.parse(word + " .");
    if (word.isEmpty() || !file.isIntact() || file.forms().size() != 1) {
      return Optional.empty();
    }
    return Optional.ofNullable(file.forms().getFirst().term())
        .filter(
            term ->
                switch (term) {
                  case Term.Atom(var _, String name) ->
                      atoms.contains(name) || (type.equals("module") && word.equals(words));
                  case Term.Int _, Term.Float _, Term.ListTerm _, Term.MapTerm _ -> true;
                  default -> false;
                });
  }

  private static List<String> standardFirst(Set<String> atoms, Optional<Term> standard) {
    List<String> sorted = new ArrayList<>(atoms);
    if (standard.orElse(null) instanceof Term.Atom(var _, String name) && sorted.remove(name)) {
      sorted.addFirst(name);
    }
    return sorted;
  }
}
