package dev.enit.lsp.convert;

import dev.enit.core.ide.lens.Lens;
import dev.enit.core.text.VisibleText;
import dev.enit.grammar.term.TermFile;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Lenses in the client's words.
 *
 * @param uri of the document, which the commands take for its release
 */
public record CodeLensConverter(LspConverter to, TermFile file, String uri) {

  public CodeLens lens(Lens lens) {
    Command command =
        new Command(VisibleText.line(lens.title()), command(lens.act()), List.of(uri));
    return new CodeLens(firstLine(to.range(file, lens.span())), command, null);
  }

  /** A lens is in one line, says the protocol: that of a longer term is at its opening bracket. */
  private static Range firstLine(Range range) {
    Position start = range.getStart();
    return start.getLine() == range.getEnd().getLine()
        ? range
        : new Range(start, new Position(start.getLine(), start.getCharacter() + 1));
  }

  /** The name of the command that does it. */
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
