package dev.enit.lsp.convert;

import dev.enit.core.ide.lens.Lens;
import dev.enit.grammar.term.TermFile;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;

/**
 * Lenses in the client's words.
 *
 * @param uri of the document, which the commands take for its release
 */
public record LensToLsp(ToLsp to, TermFile file, String uri) {

  public CodeLens lens(Lens lens) {
    Command command = new Command(lens.title(), command(lens.act()), List.of(uri));
    return new CodeLens(to.range(file, lens.span()), command, null);
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
