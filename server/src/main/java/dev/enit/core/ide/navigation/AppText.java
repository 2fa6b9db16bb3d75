package dev.enit.core.ide.navigation;

import dev.enit.core.config.ConfigForm.Entry;
import dev.enit.core.otp.AppFile;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The positions of elements in the text of an {@code .app} file, as an editor has it at this
 * moment; what they mean, {@link AppFile} knows.
 */
public final class AppText {
  /** The properties that list applications. */
  private static final List<String> NEEDS =
      List.of("applications", "included_applications", "optional_applications");

  private final Path path;
  private final Form form;
  private final List<Term> elements;

  private AppText(Path path, Form form, List<Term> elements) {
    this.path = path;
    this.form = form;
    this.elements = elements;
  }

  /** The text of a file; nothing where it is absent or no {@code {application, Name, …}}. */
  public static Optional<AppText> of(Workspace workspace, Path path) {
    return workspace.file(path).flatMap(AppText::of);
  }

  private static Optional<AppText> of(SourceFile file) {
    for (Form form : file.terms().forms()) {
      if (form.term() instanceof Term.Tuple(var _, var elements) && elements.size() > 1) {
        return Optional.of(new AppText(file.path(), form, elements));
      }
    }
    return Optional.empty();
  }

  /** The whole specification, and in it the name. */
  public NavigationTarget name() {
    return new NavigationTarget(path, form.span(), form.absolute(elements.get(1)));
  }

  /** A key of the application's own environment. */
  public Optional<NavigationTarget> key(String key) {
    return property("env").stream()
        .flatMap(env -> entries(env).stream())
        .filter(entry -> entry.key().name().equals(key))
        // Of equal keys the last one counts.
        .reduce((_, last) -> last)
        .map(
            entry ->
                new NavigationTarget(
                    path, form.absolute(entry.tuple()), form.absolute(entry.key())));
  }

  /** Where another application stands among those that this one needs. */
  public List<Span> mentions(String application) {
    List<Span> mentions = new ArrayList<>();
    for (String property : NEEDS) {
      property(property).stream()
          .flatMap(list -> list instanceof Term.ListTerm l ? l.elements().stream() : null)
          .filter(element -> element instanceof Term.Atom a && a.name().equals(application))
          .map(form::absolute)
          .forEach(mentions::add);
    }
    return mentions;
  }

  /** The first of those places; the name of the file's own application where there is none. */
  public NavigationTarget mention(String application) {
    return mentions(application).stream()
        .findFirst()
        .map(span -> new NavigationTarget(path, span, span))
        .orElseGet(this::name);
  }

  private Optional<Term> property(String key) {
    return elements.size() < 3
        ? Optional.empty()
        : entries(elements.get(2)).stream()
            .filter(entry -> entry.key().name().equals(key))
            .findFirst()
            .map(Entry::value);
  }

  private static List<Entry> entries(Term list) {
    List<Entry> entries = new ArrayList<>();
    if (list instanceof Term.ListTerm(var _, var elements, var _)) {
      for (Term element : elements) {
        if (element instanceof Term.Tuple tuple
            && tuple.elements().size() == 2
            && tuple.elements().get(0) instanceof Term.Atom key) {
          entries.add(new Entry(tuple, key, tuple.elements().get(1)));
        }
      }
    }
    return entries;
  }
}
