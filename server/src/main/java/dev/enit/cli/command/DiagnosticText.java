package dev.enit.cli.command;

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
import java.util.List;
import java.util.Map;

/**
 * Diagnostics as text: the message, the line with a mark under it, and what to do about it. Secrets
 * in the lines are masked.
 */
public final class DiagnosticText {
  private static final int MARGIN = 6;
  private static final String BAR = " | ";

  private final Workspace workspace;
  private final CommandContext context;
  private final Style style;
  private final Output out;
  private final Map<Path, MaskedSource> texts = new HashMap<>();

  public DiagnosticText(Workspace workspace, CommandContext context, Style style, Output out) {
    this.workspace = workspace;
    this.context = context;
    this.style = style;
    this.out = out;
  }

  /** Prints the errors of a release on the standard error, for a command that stops at them. */
  public static void printErrors(
      Workspace workspace, List<Diagnostic> errors, Arguments arguments, CommandContext context) {
    Style style = GlobalOptions.style(arguments, context);
    new DiagnosticText(workspace, context, style, context.err()).print(errors);
  }

  /** Prints diagnostics that were found together. */
  public void print(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::print);
    texts.clear();
    out.flush();
  }

  private void print(Diagnostic diagnostic) {
    DiagnosticCode code = diagnostic.code();
    String label = diagnostic.severity().label() + "[" + code.id() + " " + code.slug() + "]";
    out.print(style.bold(at(diagnostic.place()) + ": "));
    out.print(style.severity(diagnostic.severity(), label));
    out.line(style.bold(": " + TerminalText.harmless(diagnostic.message())));
    excerpt(diagnostic.place(), diagnostic.severity());
    for (RelatedPlace related : diagnostic.related()) {
      String words = TerminalText.harmless(diagnostic.message(related));
      out.line("  " + style.bold("note: ") + at(related.place()) + ": " + words);
      excerpt(related.place(), Severity.INFORMATION);
    }
    for (Fix fix : diagnostic.fixes()) {
      out.line("  " + style.help("help: ") + TerminalText.harmless(diagnostic.title(fix)));
    }
    out.line("");
  }

  private void excerpt(Place place, Severity severity) {
    workspace
        .file(place.path())
        .filter(file -> !file.text().isEmpty())
        .ifPresent(file -> excerpt(file, place.span(), severity));
  }

  private void excerpt(SourceFile file, Span span, Severity severity) {
    MaskedSource source =
        texts.computeIfAbsent(
            file.path(), path -> MaskedSource.of(workspace.secretsOf(path), file.text()));
    int width = context.width() - MARGIN - BAR.length();
    SourceExcerpt excerpt =
        SourceExcerpt.of(source.lines(), source.text(), source.masked(span), width);
    String number = Integer.toString(excerpt.number());
    String margin = " ".repeat(Math.max(0, MARGIN - number.length()));
    out.line(style.dim(margin + number + BAR) + excerpt.line());
    out.print(style.dim(" ".repeat(Math.max(MARGIN, number.length())) + BAR));
    out.line(" ".repeat(excerpt.indent()) + style.severity(severity, excerpt.mark()));
  }

  private String at(Place place) {
    Region region = Region.of(workspace, place);
    return TerminalText.harmless(context.shown(place.path()))
        + ":"
        + region.line()
        + ":"
        + region.column();
  }
}
