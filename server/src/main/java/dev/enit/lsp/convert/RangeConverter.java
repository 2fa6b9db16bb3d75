package dev.enit.lsp.convert;

import dev.enit.core.ide.link.PathLinks.PathLink;
import dev.enit.core.ide.structure.Foldings.Fold;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;

/** The converter of folding ranges, selection ranges and links of one document. */
public record RangeConverter(LspConverter to, TermFile file) {

  /**
   * Converts folds; if the client folds whole lines only, the first of those that begin on a line.
   */
  public List<FoldingRange> folds(List<Fold> folds) {
    boolean wholeLines = new NavigationCapabilities(to.client()).foldsLines();
    Set<Integer> begun = new HashSet<>();
    List<FoldingRange> ranges = new ArrayList<>();
    for (Fold fold : folds) {
      FoldingRange range = fold(fold, wholeLines);
      if (!wholeLines || begun.add(range.getStartLine())) {
        ranges.add(range);
      }
    }
    return ranges;
  }

  private FoldingRange fold(Fold fold, boolean wholeLines) {
    Position start = position(fold.hidden().start());
    Position end = position(wholeLines ? fold.lastLine() : fold.hidden().end());
    FoldingRange range = new FoldingRange(start.getLine(), end.getLine());
    if (!wholeLines) {
      range.setStartCharacter(start.getCharacter());
      range.setEndCharacter(end.getCharacter());
    }
    if (fold.kind() == Fold.Kind.COMMENT) {
      range.setKind(FoldingRangeKind.Comment);
    }
    return range;
  }

  private Position position(int offset) {
    return to.client().encoding().position(file, offset);
  }

  /** Converts selections: returns the narrowest, with the wider ones as its parents. */
  public SelectionRange selection(List<Span> spans) {
    SelectionRange range = null;
    for (Span span : spans.reversed()) {
      range = new SelectionRange(to.range(file, span), range);
    }
    return Objects.requireNonNull(range);
  }

  public DocumentLink link(PathLink link) {
    DocumentLink shown =
        new DocumentLink(to.range(file, link.span()), to.uri().apply(link.target()));
    if (link.elsewhere() && new NavigationCapabilities(to.client()).takesLinkTooltips()) {
      shown.setTooltip(link.target().toString());
    }
    return shown;
  }
}
