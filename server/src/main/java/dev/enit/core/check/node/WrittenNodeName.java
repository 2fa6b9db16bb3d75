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
 * The node name of a release as its author wrote it.
 *
 * @param text without the host that is added where none is written
 * @param place the value in force, or the name of the release where no layer names the node
 * @param setting the one in force
 */
record WrittenNodeName(String text, Place place, Optional<Setting> setting) {

  /** Nothing where the value is no text or where a mistake of syntax makes it doubtful. */
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

  /** A diagnostic with the fix that writes another name, in quotes as the present one has them. */
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
