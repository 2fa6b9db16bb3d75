package dev.enit.core.check.node;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.layer.SpecificationPlaces;
import dev.enit.core.check.section.BrokenForms;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.NodeText;
import dev.enit.core.config.Setting;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.Optional;

/**
 * The node name of a release as it is written.
 *
 * @param text the name without the host that enit adds if none is written
 * @param place the value in force, or the name of the release if no layer sets {@code nodename}
 * @param setting the setting in force
 */
record WrittenNodeName(String text, Place place, Optional<Setting> setting) {

  /** Returns the name, or empty if the value is no text or if a syntax error makes it uncertain. */
  static Optional<WrittenNodeName> of(Release release) {
    Optional<Setting> setting = release.config().setting(NodeKey.SECTION, NodeKey.NODENAME.key());
    if (setting.isEmpty()) {
      return !BrokenForms.mention(release, NodeKey.NODENAME.key())
          ? Optional.of(
              new WrittenNodeName(
                  release.name(), SpecificationPlaces.name(release), Optional.empty()))
          : Optional.empty();
    }
    return setting
        .filter(found -> found.section().form().hasIntactTerm())
        .flatMap(found -> NodeText.of(found.value()))
        .map(text -> new WrittenNodeName(text, place(setting.get()), setting));
  }

  private static Place place(Setting setting) {
    return new Place(setting.layer().path(), setting.valueSpan());
  }

  /**
   * Returns the diagnostic with a fix that writes another name, with the quotes of the present one.
   */
  Diagnostic replacedBy(String other, Diagnostic diagnostic) {
    if (setting.isEmpty()) {
      return diagnostic;
    }
    String text =
        switch (setting.get().value()) {
          case Term.Atom _ -> TermPrinter.atom(other);
          case Term.Binary _ -> "<<\"" + other + "\">>";
          default -> '"' + other + '"';
        };
    return diagnostic.fix("replace", false, place, text, text);
  }

  NodeNameRules shape() {
    return NodeNameRules.of(text);
  }
}
