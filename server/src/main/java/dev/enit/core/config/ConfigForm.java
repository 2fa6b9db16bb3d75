package dev.enit.core.config;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
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
}
