package dev.enit.cli.check;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.terminal.Output;
import dev.enit.cli.terminal.SourceExcerpt;
import dev.enit.cli.terminal.Style;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Fix;
import dev.enit.core.check.RelatedPlace;
import dev.enit.core.check.Severity;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.TerminalText;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The text report of diagnostics: the line with a mark under it, what is wrong, what to do. */
final class TextReport implements ReportWriter {
  private static final int MARGIN = 6;
  private static final String BAR = " | ";

  private final Workspace workspace;
  private final CommandContext context;
  private final Style style;
  private final boolean hints;
  private final int width;
  private final Map<Path, MaskedSource> texts = new HashMap<>();

  /**
   * A report on the standard output.
   *
   * @param hints whether hints are shown, or only counted
   */
  TextReport(Workspace workspace, CommandContext context, Style style, boolean hints) {
    this.workspace = workspace;
    this.context = context;
    this.style = style;
    this.hints = hints;
    this.width = context.width();
  }

  @Override
  public void add(CheckedTarget checked) {
    boolean shown = false;
    for (Diagnostic diagnostic : checked.diagnostics()) {
      if (hints || diagnostic.severity() != Severity.HINT) {
        diagnostic(diagnostic);
        shown = true;
      }
    }
    texts.clear();
    if (shown) {
      out().flush();
    }
  }

  @Override
  public void end(DiagnosticCounts counts) {
    out().line(Summary.of(counts, style, hints));
  }

  private void diagnostic(Diagnostic diagnostic) {
    DiagnosticCode code = diagnostic.code();
    String label = diagnostic.severity().label() + "[" + code.id() + " " + code.slug() + "]";
    out().print(style.bold(at(diagnostic.place()) + ": "));
    out().print(style.severity(diagnostic.severity(), label));
    out().line(style.bold(": " + TerminalText.harmless(diagnostic.message())));
    snippet(diagnostic.place(), diagnostic.severity());
    for (RelatedPlace related : diagnostic.related()) {
      String words = TerminalText.harmless(diagnostic.message(related));
      out().line("  " + style.bold("note: ") + at(related.place()) + ": " + words);
      snippet(related.place(), Severity.INFORMATION);
    }
    for (Fix fix : diagnostic.fixes()) {
      out().line("  " + style.help("help: ") + TerminalText.harmless(diagnostic.title(fix)));
    }
    out().line("");
  }

  private void snippet(Place place, Severity severity) {
    workspace
        .file(place.path())
        .filter(file -> !file.text().isEmpty())
        .ifPresent(file -> snippet(file, place.span(), severity));
  }

  private void snippet(SourceFile file, Span span, Severity severity) {
    MaskedSource source =
        texts.computeIfAbsent(
            file.path(), path -> MaskedSource.of(workspace.secretsOf(path), file.text()));
    SourceExcerpt snippet =
        SourceExcerpt.of(
            source.lines(), source.text(), source.masked(span), width - MARGIN - BAR.length());
    String number = Integer.toString(snippet.number());
    String margin = " ".repeat(Math.max(0, MARGIN - number.length()));
    out().line(style.dim(margin + number + BAR) + snippet.line());
    out().print(style.dim(" ".repeat(Math.max(MARGIN, number.length())) + BAR));
    out().line(" ".repeat(snippet.indent()) + style.severity(severity, snippet.mark()));
  }

  private String at(Place place) {
    Region region = Region.of(workspace, place);
    return TerminalText.harmless(context.shown(place.path()))
        + ":"
        + region.line()
        + ":"
        + region.column();
  }

  private Output out() {
    return context.out();
  }
}
