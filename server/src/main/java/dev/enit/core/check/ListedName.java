package dev.enit.core.check;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lists of applications of a release and its extensions, for removing names from them. They are
 * indexed by place, since very many names may be removed from very many lists.
 */
public final class ListedName {
  /** A list of names in a file. */
  private record Names(SourceFile file, Form form, Term.ListTerm list) {}

  /** The lists of each file, by the start of their form. */
  private final Map<Path, NavigableMap<Integer, Names>> lists = new HashMap<>();

  private ListedName() {}

  /** Returns the lists of a release whose text has no syntax error. */
  public static ListedName in(Release release) {
    ListedName names = new ListedName();
    release
        .specification()
        .ifPresent(
            spec -> names.add(spec.file(), spec.form(), spec.value("applications").orElse(null)));
    for (ConfigLayer layer : release.layers()) {
      for (ConfigForm.Extension extension : layer.extensions()) {
        names.add(layer.file(), extension.form(), extension.applications());
      }
    }
    return names;
  }

  private void add(SourceFile file, @Nullable Form form, @Nullable Term list) {
    if (form != null && form.hasIntactTerm() && list instanceof Term.ListTerm names) {
      lists
          .computeIfAbsent(file.path(), _ -> new TreeMap<>())
          .put(form.start(), new Names(file, form, names));
    }
  }

  /** Returns the fix {@code fix.remove}, or empty if the text around the name is not understood. */
  public Optional<Fix> removal(Place place, String name) {
    return Optional.ofNullable(lists.get(place.path()))
        .map(ofFile -> ofFile.floorEntry(place.span().start()))
        .flatMap(entry -> removal(entry.getValue(), place))
        .map(changes -> new Fix("fix.remove", List.of(name), changes, false));
  }

  private static Optional<List<Fix.Change>> removal(Names names, Place place) {
    Form form = names.form();
    Term.ListTerm list = names.list();
    int index = ElementRemoval.indexOf(list.elements(), place.span().shift(-form.start()));
    return index < 0
        ? Optional.empty()
        : ElementRemoval.of(names.file(), form, list, list.elements().get(index));
  }
}
