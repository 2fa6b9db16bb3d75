package dev.enit.lsp.convert;

import dev.enit.core.ide.lens.Lenses.Lens;
import dev.enit.core.text.VisibleText;
import dev.enit.grammar.term.TermFile;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * The converter of code lenses.
 *
 * @param uri the URI of the document, by which the commands find its release
 */
public record CodeLensConverter(LspConverter to, TermFile file, String uri) {

  public CodeLens lens(Lens lens) {
    Command command =
        new Command(VisibleText.line(lens.title()), command(lens.act()), List.of(uri));
    return new CodeLens(firstLine(to.range(file, lens.span())), command, null);
  }

  /**
   * Returns a range on one line, as the protocol requires of a lens: that of a longer term is its
   * opening bracket.
   */
  private static Range firstLine(Range range) {
    Position start = range.getStart();
    return start.getLine() == range.getEnd().getLine()
        ? range
        : new Range(start, new Position(start.getLine(), start.getCharacter() + 1));
  }

  /** Returns the name of the command for an action. */
  public static String command(Lens.Act act) {
    return switch (act) {
      case STATUS -> "enit.showStatus";
      case START -> "enit.start";
      case STOP -> "enit.stop";
      case RESTART -> "enit.restart";
      case RECONFIGURE -> "enit.reconfigure";
      case PLAN -> "enit.showPlan";
      case CONNECT -> "enit.connect";
    };
  }
}
