package dev.enit.core.report;

import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeText;
import dev.enit.core.release.Release;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import dev.enit.grammar.term.TermValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the extensions of a release, in the order of the layers, each once. */
public final class ExtensionNames {
  private ExtensionNames() {}

  /** Returns the names as text: that of an atom without quotes, any other term as it is written. */
  public static List<String> texts(Release release) {
    return of(release).stream()
        .map(name -> NodeText.of(name).orElseGet(() -> TermPrinter.print(name)))
        .toList();
  }

  /** Returns the names as terms, atoms as a rule. */
  public static List<Term> of(Release release) {
    Set<TermValue.Key> known = new HashSet<>();
    List<Term> names = new ArrayList<>();
    for (ConfigLayer layer : release.layers()) {
      for (ConfigForm.Extension extension : layer.extensions()) {
        if (known.add(new TermValue.Key(extension.name()))) {
          names.add(extension.name());
        }
      }
    }
    return names;
  }
}
