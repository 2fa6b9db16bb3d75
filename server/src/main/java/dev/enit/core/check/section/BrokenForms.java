package dev.enit.core.check.section;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.release.Release;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.TermFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * The forms with a syntax error. One of them may contain what is missing elsewhere, so an absence
 * is certain only if no broken form contains the name.
 */
public final class BrokenForms {
  private BrokenForms() {}

  /** Returns whether a broken form of a layer may contain what a word names. */
  public static boolean mention(Release release, String word) {
    return !release.unreadable().isEmpty()
        || release.layers().stream().anyMatch(layer -> mentions(layer, word));
  }

  private static boolean mentions(ConfigLayer layer, String word) {
    TermFile terms = layer.file().terms();
    return !layer.file().decoding().isEmpty()
        || !terms.errors().isEmpty()
        || texts(terms).anyMatch(text -> text.contains(word));
  }

  /** Returns the texts of the broken forms of a file. */
  static Stream<String> texts(TermFile terms) {
    List<Form> forms = terms.forms();
    return forms.stream()
        .filter(form -> !form.hasIntactTerm())
        .map(form -> form.span().in(terms.text()));
  }
}
