package dev.enit.core.check.node;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.Release;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a node name that the distribution refuses. */
public final class InvalidNodeName implements Check.OfRelease {
  /**
   * Returns the diagnostic with a fix that writes a valid name. A letter of another alphabet has no
   * certain replacement.
   */
  private static Diagnostic withReplacement(
      WrittenNodeName name, String flaw, Diagnostic diagnostic) {
    String text = name.text();
    String meant =
        switch (flaw) {
          case "characters" ->
              text.replaceFirst("@.*", "").replaceAll("[ -~&&[^0-9A-Za-z_-]]", "_")
                  + name.shape().host().map(host -> "@" + host).orElse("");
          case "dash" -> text.replaceFirst("^-+", "");
          case "nohost" -> name.shape().name();
          default -> "";
        };
    boolean sound = !meant.isEmpty() && NodeNameRules.of(meant).flaw().isEmpty();
    return sound ? name.replacedBy(meant, diagnostic) : diagnostic;
  }

  private static String variant(WrittenNodeName name, String flaw) {
    if (name.setting().isPresent()) {
      return flaw;
    }
    return flaw.equals("dash") ? "dash-default" : "default";
  }

  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Optional<WrittenNodeName> name = WrittenNodeName.of(release);
    Optional<String> flaw = name.flatMap(known -> known.shape().flaw());
    if (name.isPresent() && flaw.isPresent()) {
      Diagnostic diagnostic =
          Diagnostic.of(
              DiagnosticCode.INVALID_NODE_NAME,
              name.get().place(),
              name.get().text(),
              name.get().text().length());
      diagnostic = diagnostic.variant(variant(name.get(), flaw.get()));
      report.accept(withReplacement(name.get(), flaw.get(), diagnostic));
    }
  }
}
