package dev.enit.core.ide.completion;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.ide.FileScope;
import dev.enit.core.ide.completion.Completions.CompletionOptions;
import dev.enit.core.otp.OtpIndex.InstalledApp;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A completion request: its scope, and the forms that its texts take where they go. */
record CompletionRequest(
    FileScope scope, CompletionPoint point, CompletionFrame frame, CompletionOptions wishes) {

  /**
   * A tagged tuple, such as a setting: of it, what is not there yet.
   *
   * @param tag an atom
   * @param rest what stands behind the tag and a comma
   */
  Template pair(String tag, Template rest) {
    if (!point.quote().isOpen() || !(frame.bare() || frame.alone())) {
      return atom(tag);
    }
    Template whole = atom(tag).text(", ").then(rest);
    return frame.bare()
        ? Template.of(frame.head() + "{").then(whole).text("}" + frame.tail())
        : whole.text(frame.closer() + frame.tail());
  }

  /** A whole element, with what goes directly before and behind it. */
  Template element(Template value) {
    return point.quote().isOpen()
        ? Template.of(frame.head()).then(value).text(frame.closer() + frame.tail())
        : value;
  }

  /** A value as the quotes at the word allow it; nothing for one that cannot stand in them. */
  Optional<Template> value(Term term) {
    boolean fits =
        switch (term) {
          case Term.Atom _ -> !point.quote().isString();
          case Term.Str _ -> !point.quote().isAtom();
          case Term.Missing _ -> false;
          default -> point.quote() == CompletionPoint.Quote.NONE;
        };
    if (!fits) {
      return Optional.empty();
    }
    return Optional.of(
        element(
            switch (term) {
              case Term.Atom(var _, String name) -> atom(name);
              case Term.Str(var _, String text) -> string(text);
              default -> Template.of(TermPrinter.print(term));
            }));
  }

  /** Returns whether the word is all of a value that stands at a place of the probe. */
  boolean isWhole(Span value) {
    return point.form().absolute(point.word()).equals(value);
  }

  /** An atom, in quotes where it needs them and has none. */
  Template atom(String name) {
    String quoted = TermPrinter.atom(name);
    if (!point.quote().isAtom()) {
      return Template.of(quoted);
    }
    String content = quoted.startsWith("'") ? quoted.substring(1, quoted.length() - 1) : quoted;
    return Template.of(content + (point.quote() == CompletionPoint.Quote.ATOM ? "" : "'"));
  }

  /** A string, in quotes where it has none. */
  Template string(String text) {
    String quoted = TermPrinter.print(new Term.Str(Span.at(0), text));
    return switch (point.quote()) {
      case STRING -> Template.of(quoted.substring(1, quoted.length() - 1));
      case OPEN_STRING -> Template.of(quoted.substring(1));
      default -> Template.of(quoted);
    };
  }

  /** The sections and extensions of the file, but for what the cursor is in the name of. */
  List<ConfigForm> forms() {
    return ConfigForm.of(point.probe());
  }

  /** The keys that the file sets for an application. */
  Set<String> keys(String application) {
    Set<String> keys = new HashSet<>();
    for (ConfigForm form : forms()) {
      if (form instanceof ConfigForm.Section section
          && section.application().name().equals(application)) {
        section.entries().forEach(entry -> keys.add(entry.key().name()));
      }
    }
    return keys;
  }

  /** The atoms in a list, and the first elements of its tuples. */
  static Set<String> names(Optional<Term> list) {
    Set<String> names = new HashSet<>();
    if (list.orElse(null) instanceof Term.ListTerm(var _, var elements, var _)) {
      for (Term element : elements) {
        Term name =
            element instanceof Term.Tuple(var _, var inner) && !inner.isEmpty()
                ? inner.getFirst()
                : element;
        if (name instanceof Term.Atom(var _, String atom)) {
          names.add(atom);
        }
      }
    }
    return names;
  }

  /** The version of an application as its folder has it; empty where it has none. */
  String version(String application) {
    return scope.otp().find(application).map(InstalledApp::directoryVersion).orElse("");
  }

  /** The folder that the file stands in: the name that its release should have. */
  String folder() {
    return scope.path().getParent() == null
        ? ""
        : String.valueOf(scope.path().getParent().getFileName());
  }
}
