package dev.enit.lsp.convert;

import com.google.gson.JsonObject;
import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.DiagnosticTag;
import dev.enit.core.check.Severity;
import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.VisibleText;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/**
 * The converter from the types of the core to those of the protocol; omits what the client does not
 * support.
 *
 * @param uri returns the client's spelling of the URI of a path
 */
public record LspConverter(ClientCapabilities client, Function<Path, String> uri) {
  private static final String SOURCE = "enit";

  public Range range(TermFile file, Span span) {
    CancellationToken.check();
    return new Range(
        client.encoding().position(file, span.start()),
        client.encoding().position(file, span.end()));
  }

  /** Returns the range of the whole text. */
  public Range all(TermFile file) {
    return range(file, new Span(0, file.text().length()));
  }

  public TextEdit edit(TermFile file, Span span, String text) {
    return new TextEdit(range(file, span), text);
  }

  /**
   * Returns the location of a place in any file of the workspace; the start of a file that no
   * longer exists.
   */
  public Location location(Workspace workspace, Place place) {
    Optional<TermFile> file = workspace.file(place.path()).map(SourceFile::terms);
    Range range =
        file.map(terms -> range(terms, place.span()))
            .orElseGet(() -> new Range(new Position(0, 0), new Position(0, 0)));
    return new Location(uri.apply(place.path()), range);
  }

  public Hover hover(TermFile file, dev.enit.core.ide.HoverProvider.Hover hover) {
    return new Hover(markup(client.takesMarkdown(), hover.markdown()), range(file, hover.span()));
  }

  /** Returns text as Markdown, or without its syntax for a client that shows plain text. */
  static MarkupContent markup(boolean takesMarkdown, String markdown) {
    String visible = VisibleText.lines(markdown);
    return takesMarkdown
        ? new MarkupContent(MarkupKind.MARKDOWN, visible)
        : new MarkupContent(MarkupKind.PLAINTEXT, PlainText.of(visible));
  }

  /** Converts a diagnostic of a file. */
  public org.eclipse.lsp4j.Diagnostic diagnostic(
      Workspace workspace, TermFile file, Diagnostic diagnostic) {
    DiagnosticCode code = diagnostic.code();
    Range range = range(file, diagnostic.place().span());
    org.eclipse.lsp4j.Diagnostic converted =
        new org.eclipse.lsp4j.Diagnostic(range, VisibleText.line(diagnostic.message()));
    converted.setSeverity(severity(diagnostic.severity()));
    converted.setSource(SOURCE);
    converted.setCode(code.id());
    if (client.takesCodeDescription()) {
      DiagnosticPageLinks.uri(code)
          .map(DiagnosticCodeDescription::new)
          .ifPresent(converted::setCodeDescription);
    }
    List<org.eclipse.lsp4j.DiagnosticTag> tags = tags(code);
    if (!tags.isEmpty()) {
      converted.setTags(tags);
    }
    if (client.takesRelatedInformation() && !diagnostic.related().isEmpty()) {
      converted.setRelatedInformation(related(workspace, diagnostic));
    }
    if (client.takesDiagnosticData()) {
      converted.setData(data(code));
    }
    return converted;
  }

  private List<DiagnosticRelatedInformation> related(Workspace workspace, Diagnostic diagnostic) {
    return diagnostic.related().stream()
        .map(
            place ->
                new DiagnosticRelatedInformation(
                    location(workspace, place.place()),
                    VisibleText.line(diagnostic.message(place))))
        .toList();
  }

  private List<org.eclipse.lsp4j.DiagnosticTag> tags(DiagnosticCode code) {
    List<org.eclipse.lsp4j.DiagnosticTag> tags = new ArrayList<>();
    for (DiagnosticTag tag : code.tags()) {
      org.eclipse.lsp4j.DiagnosticTag shown =
          switch (tag) {
            case UNNECESSARY -> org.eclipse.lsp4j.DiagnosticTag.Unnecessary;
            case DEPRECATED -> org.eclipse.lsp4j.DiagnosticTag.Deprecated;
          };
      if (client.takesTag(shown.getValue())) {
        tags.add(shown);
      }
    }
    return tags;
  }

  /** Returns the slug as data, so that code of a client need not know the numbers. */
  private static JsonObject data(DiagnosticCode code) {
    JsonObject data = new JsonObject();
    data.addProperty("slug", code.slug());
    return data;
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFORMATION -> DiagnosticSeverity.Information;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }
}
