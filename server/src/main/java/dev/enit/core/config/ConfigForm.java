package dev.enit.core.config;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form of a configuration file, by what it is for. */
public sealed interface ConfigForm {
  Form form();

  /**
   * Settings of one application: {@code {Application, [{Key, Value}, …]}}.
   *
   * @param strays elements of the list that are no {@code {Key, Value}} with an atom as key
   */
  record Section(Form form, Term.Atom application, List<Entry> entries, List<Term> strays)
      implements ConfigForm {
    public Section {
      entries = List.copyOf(entries);
      strays = List.copyOf(strays);
    }
  }

  /**
   * Further applications for the release: {@code {extension, Name, [{applications, [atom, …]}]}}.
   *
   * @param applications the value of {@code applications}, {@code null} where there is none
   */
  record Extension(Form form, Term name, @Nullable Term properties, @Nullable Term applications)
      implements ConfigForm {}

  /** Anything else: a running system ignores it or stumbles over it. */
  record Stray(Form form) implements ConfigForm {}

  /** One setting of a section; {@code tuple} is the whole {@code {Key, Value}}. */
  record Entry(Term.Tuple tuple, Term.Atom key, Term value) {}
}
