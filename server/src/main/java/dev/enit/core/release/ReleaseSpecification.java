package dev.enit.core.release;

import dev.enit.core.config.NodeText;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a {@code release.enit}, as far as they are valid. Each part keeps its term, so
 * that checks and hover know its place.
 *
 * @param form the first form that is a {@code {release, …}}, else the first form of the file
 * @param name the second element
 * @param properties the third element, if it is a list
 */
public record ReleaseSpecification(
    SourceFile file,
    @Nullable Form form,
    Term.@Nullable Tuple tuple,
    @Nullable Term name,
    @Nullable Term properties) {

  public static ReleaseSpecification of(SourceFile file) {
    for (Form form : file.terms().forms()) {
      if (form.term() instanceof Term.Tuple tuple && isRelease(tuple)) {
        List<Term> elements = tuple.elements();
        return new ReleaseSpecification(
            file,
            form,
            tuple,
            elements.size() > 1 ? elements.get(1) : null,
            elements.size() > 2 ? elements.get(2) : null);
      }
    }
    Form first = file.terms().forms().isEmpty() ? null : file.terms().forms().getFirst();
    return new ReleaseSpecification(file, first, null, null, null);
  }

  private static boolean isRelease(Term.Tuple tuple) {
    return !tuple.elements().isEmpty()
        && tuple.elements().getFirst() instanceof Term.Atom(var _, String tag)
        && tag.equals("release");
  }

  /**
   * Returns the elements of the list of properties, including those that are not a {@code {Key,
   * Value}}.
   */
  public List<Term> propertyTerms() {
    return properties instanceof Term.ListTerm ? TermList.elements(properties) : List.of();
  }

  /** Returns the first {@code {Key, Value}} with a key. */
  public Optional<Term.Tuple> property(String key) {
    for (Term property : propertyTerms()) {
      if (property instanceof Term.Tuple tuple
          && !tuple.elements().isEmpty()
          && tuple.elements().getFirst() instanceof Term.Atom(var _, String name)
          && name.equals(key)) {
        return Optional.of(tuple);
      }
    }
    return Optional.empty();
  }

  /** Returns the value of a property. */
  public Optional<Term> value(String key) {
    return property(key)
        .filter(pair -> pair.elements().size() == 2)
        .map(pair -> pair.elements().get(1));
  }

  /** Returns the name, or empty if it is not an atom. */
  public Optional<String> releaseName() {
    return name instanceof Term.Atom(var _, String atom) ? Optional.of(atom) : Optional.empty();
  }

  /** Returns the version, or empty if it is not a string in any notation. */
  public Optional<String> version() {
    return value("vsn").filter(TermList::isProper).flatMap(NodeText::of);
  }

  /** Returns the applications in start order, duplicates included. */
  public List<AppReference> applications() {
    return form == null
        ? List.of()
        : value("applications").map(list -> AppReference.in(file, form, list)).orElse(List.of());
  }
}
