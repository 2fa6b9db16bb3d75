package dev.enit.core.otp;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The property list of an {@code .app} file, read key by key; what has another shape counts as
 * absent.
 */
record AppProperties(Path path, TermFile file, Form form, Term.ListTerm list) {

  String string(String key) {
    return value(key).orElse(null) instanceof Term.Str(var _, String text) ? text : "";
  }

  List<String> atoms(String key) {
    List<String> atoms = new ArrayList<>();
    if (value(key).orElse(null) instanceof Term.ListTerm(var _, var elements, var _)) {
      for (Term element : elements) {
        if (element instanceof Term.Atom(var _, String name)) {
          atoms.add(name);
        }
      }
    }
    return atoms;
  }

  Map<String, AppDefault> defaults() {
    Map<String, AppDefault> defaults = new LinkedHashMap<>();
    if (value("env").orElse(null) instanceof Term.ListTerm(var _, var elements, var _)) {
      for (Term element : elements) {
        if (element instanceof Term.Tuple(var span, var pair)
            && pair.size() == 2
            && pair.get(0) instanceof Term.Atom(var _, String key)) {
          var absolute = form.absolute(span);
          int line = file.lines().line(absolute.start());
          defaults.put(
              key, new AppDefault(path, pair.get(1), absolute, line + 1, commentAbove(line)));
        }
      }
    }
    return defaults;
  }

  /** The lines of comment right above a line, as one text. */
  private String commentAbove(int line) {
    List<String> lines = new ArrayList<>();
    for (int above = line - 1; above >= 0; above--) {
      String text = file.lines().lineSpan(above).in(file.text()).strip();
      if (!text.startsWith("%")) {
        break;
      }
      lines.addFirst(text.replaceFirst("^%+", "").strip());
    }
    return String.join(" ", lines).strip();
  }

  /** The module of {@code {mod, {Module, Argument}}}. */
  Optional<String> module() {
    return value("mod").orElse(null) instanceof Term.Tuple(var _, var mod)
            && !mod.isEmpty()
            && mod.getFirst() instanceof Term.Atom(var _, String module)
        ? Optional.of(module)
        : Optional.empty();
  }

  private Optional<Term> value(String key) {
    for (Term property : list.elements()) {
      if (property instanceof Term.Tuple(var _, var pair)
          && pair.size() == 2
          && pair.get(0) instanceof Term.Atom(var _, String name)
          && name.equals(key)) {
        return Optional.of(pair.get(1));
      }
    }
    return Optional.empty();
  }
}
