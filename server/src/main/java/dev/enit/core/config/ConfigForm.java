package dev.enit.core.config;

import dev.enit.core.config.ConfigForm.Entry;
import dev.enit.core.config.ConfigForm.Extension;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigForm.Stray;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form of a configuration file, classified by its purpose. */
public sealed interface ConfigForm {
  Form form();

  /**
   * The settings of one application: {@code {Application, [{Key, Value}, …]}}.
   *
   * @param strays elements of the list that are not a {@code {Key, Value}} with an atom as key
   */
  record Section(Form form, Term.Atom application, List<Entry> entries, List<Term> strays)
      implements ConfigForm {
    public Section {
      entries = List.copyOf(entries);
      strays = List.copyOf(strays);
    }
  }

  /**
   * More applications for the release: {@code {extension, Name, [{applications, [atom, …]}]}}.
   *
   * @param applications the value of {@code applications}, {@code null} where there is none
   */
  record Extension(Form form, Term name, @Nullable Term properties, @Nullable Term applications)
      implements ConfigForm {}

  /** Any other form: a running system ignores it or fails on it. */
  record Stray(Form form) implements ConfigForm {}

  /** One setting of a section; {@code tuple} is the whole {@code {Key, Value}}. */
  record Entry(Term.Tuple tuple, Term.Atom key, Term value) {}

  /**
   * Returns the forms of a file in their order. A form without a term is left out: its syntax error
   * is reported.
   */
  public static List<ConfigForm> of(TermFile file) {
    List<ConfigForm> forms = new ArrayList<>(file.forms().size());
    for (Form form : file.forms()) {
      Term term = form.term();
      if (term != null && !(term instanceof Term.Missing)) {
        forms.add(of(form, term));
      }
    }
    return forms;
  }

  private static ConfigForm of(Form form, Term term) {
    if (term instanceof Term.Tuple(var _, var elements) && !elements.isEmpty()) {
      if (elements.getFirst() instanceof Term.Atom(var _, String tag)
          && tag.equals("extension")
          && elements.size() == 3) {
        return extension(form, elements);
      }
      if (elements.size() == 2
          && elements.get(0) instanceof Term.Atom application
          && elements.get(1) instanceof Term.ListTerm settings) {
        return section(form, application, settings);
      }
    }
    return new Stray(form);
  }

  private static Section section(Form form, Term.Atom application, Term.ListTerm settings) {
    List<Entry> entries = new ArrayList<>(settings.elements().size());
    List<Term> strays = new ArrayList<>(0);
    for (Term element : TermList.elements(settings)) {
      Entry entry = entry(element);
      if (entry != null) {
        entries.add(entry);
      } else if (!(element instanceof Term.Missing)) {
        strays.add(element);
      }
    }
    return new Section(form, application, entries, strays);
  }

  /** Returns the {@code {Key, Value}} that a term is, or {@code null}. */
  static @Nullable Entry entry(Term term) {
    return term instanceof Term.Tuple tuple
            && tuple.elements().size() == 2
            && tuple.elements().get(0) instanceof Term.Atom key
            && !(tuple.elements().get(1) instanceof Term.Missing)
        ? new Entry(tuple, key, tuple.elements().get(1))
        : null;
  }

  private static Extension extension(Form form, List<Term> elements) {
    Term properties = elements.get(2);
    Term applications = null;
    for (Term property : TermList.elements(properties)) {
      Entry entry = entry(property);
      if (entry != null && entry.key().name().equals("applications")) {
        applications = entry.value();
      }
    }
    return new Extension(form, elements.get(1), properties, applications);
  }
}
