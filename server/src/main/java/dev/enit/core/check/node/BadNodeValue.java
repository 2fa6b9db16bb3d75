package dev.enit.core.check.node;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.section.IntactForms;
import dev.enit.core.config.ConfigForm.Entry;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeEnvironment;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.NodeText;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Term;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a value in the section {@code node} that its key does not accept. The value itself is
 * never shown.
 */
public final class BadNodeValue implements Check.OfLayer {
  @Override
  public void check(ConfigLayer layer, Consumer<Diagnostic> report) {
    for (Section node : IntactForms.nodeSections(layer)) {
      for (Entry entry : node.entries()) {
        if (entry.key().name().equals(NodeKey.ENV.key())) {
          NodeEnvironment.of(entry.value()).faults().stream()
              .map(fault -> diagnostic(layer, node, fault))
              .forEach(report);
          continue;
        }
        NodeKey.of(entry.key().name())
            .filter(key -> !NodeValueTypes.fits(key, entry.value()))
            .map(key -> diagnostic(layer, node, key, entry.value()))
            .ifPresent(report);
      }
    }
  }

  private static Diagnostic diagnostic(
      ConfigLayer layer, Section node, NodeEnvironment.Fault fault) {
    Place place = new Place(layer.path(), node.form().absolute(fault.term()));
    // The name of a reserved variable is certainly not a secret.
    String found =
        fault.kind() == NodeEnvironment.Kind.RESERVED
            ? NodeText.of(fault.term()).orElse("")
            : TermWords.kind(fault.term());
    return Diagnostic.of(DiagnosticCode.BAD_NODE_VALUE, place, NodeKey.ENV.key(), found)
        .variant("env-" + fault.kind().name().toLowerCase(Locale.ROOT));
  }

  private static Diagnostic diagnostic(ConfigLayer layer, Section node, NodeKey key, Term value) {
    Place place = new Place(layer.path(), node.form().absolute(value));
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.BAD_NODE_VALUE, place, key.key(), found(value))
            .variant(
                NodeValueTypes.isEmptyText(value)
                    ? "empty"
                    : key.type().name().toLowerCase(Locale.ROOT));
    Optional<String> meant = NodeValueTypes.meant(key, value);
    return meant.map(text -> diagnostic.fix("replace", true, place, text, text)).orElse(diagnostic);
  }

  private static String found(Term value) {
    return value instanceof Term.Int(var _, var number) && number.signum() < 0
        ? TermWords.negative()
        : TermWords.kind(value);
  }
}
