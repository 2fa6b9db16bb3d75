package dev.enit.lsp.convert;

import dev.enit.core.source.Place;
import dev.enit.core.text.VisibleText;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.TermFile;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The converter of inlay hints. */
public record InlayHintConverter(LspConverter to, Workspace workspace, TermFile file) {

  /** Converts a hint, with padding before it; the label of a hint with a target links there. */
  public InlayHint hint(dev.enit.core.ide.hint.InlayHints.InlayHint hint) {
    InlayHint shown =
        new InlayHint(
            to.client().encoding().position(file, hint.offset()),
            hint.target()
                .map(place -> label(hint, place))
                .orElse(Either.forLeft(VisibleText.line(hint.label()))));
    shown.setPaddingLeft(true);
    if (!hint.tooltip().isEmpty() && hint.target().isEmpty()) {
      shown.setTooltip(VisibleText.lines(hint.tooltip()));
    }
    return shown;
  }

  private Either<String, List<InlayHintLabelPart>> label(
      dev.enit.core.ide.hint.InlayHints.InlayHint hint, Place target) {
    InlayHintLabelPart part = new InlayHintLabelPart(VisibleText.line(hint.label()));
    part.setTooltip(VisibleText.lines(hint.tooltip()));
    part.setLocation(to.location(workspace, target));
    return Either.forRight(List.of(part));
  }
}
