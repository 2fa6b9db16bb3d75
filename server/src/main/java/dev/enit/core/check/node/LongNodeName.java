package dev.enit.core.check.node;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reports a long node name: nodes of enit have short names. */
public final class LongNodeName implements Check.OfRelease {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    WrittenNodeName.of(release)
        .filter(name -> name.shape().isLong())
        .map(name -> diagnostic(name, context))
        .ifPresent(report);
  }

  private static Diagnostic diagnostic(WrittenNodeName name, CheckContext context) {
    String host = name.shape().host().orElseThrow();
    String domain = host.substring(host.indexOf('.'));
    String shortName = name.text().substring(0, name.text().length() - domain.length());
    if (ADDRESS.matcher(host).matches() || shortName.endsWith("@")) {
      return Diagnostic.of(DiagnosticCode.LONG_NODE_NAME, name.place(), name.text())
          .variant("address");
    }
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.LONG_NODE_NAME, name.place(), name.text(), shortName);
    String source =
        context
            .file(name.place().path())
            .map(file -> name.place().span().in(file.text()))
            .orElse("");
    int at = source.lastIndexOf(domain);
    // A name with escapes differs from its text.
    if (at < 0 || source.indexOf(domain) != at) {
      return diagnostic;
    }
    int start = name.place().span().start() + at;
    Place cut = new Place(name.place().path(), new Span(start, start + domain.length()));
    return diagnostic.fix("shorten", true, cut, "", shortName);
  }
}
