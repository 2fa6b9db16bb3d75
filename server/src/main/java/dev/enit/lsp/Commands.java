package dev.enit.lsp;

import dev.enit.lsp.action.ReconfigureAction;
import dev.enit.lsp.action.RestartAction;
import dev.enit.lsp.action.StartAction;
import dev.enit.lsp.action.StopAction;
import dev.enit.lsp.handler.ActionCommand;
import dev.enit.lsp.handler.AdoptValueCommand;
import dev.enit.lsp.handler.CommandHandler;
import dev.enit.lsp.handler.ConnectCommand;
import dev.enit.lsp.handler.ShowDocumentCommand;
import dev.enit.lsp.session.VirtualDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of the commands of {@code workspace/executeCommand} and their handlers. */
final class Commands {
  static final Map<String, CommandHandler> ALL =
      Map.ofEntries(
          Map.entry("enit.showEffective", new ShowDocumentCommand(VirtualDocument.EFFECTIVE)),
          Map.entry("enit.showPlan", new ShowDocumentCommand(VirtualDocument.PLAN)),
          Map.entry("enit.showStatus", new ShowDocumentCommand(VirtualDocument.STATUS)),
          Map.entry("enit.showReport", new ShowDocumentCommand(VirtualDocument.REPORT)),
          Map.entry("enit.connect", new ConnectCommand()),
          Map.entry("enit.takeOver", new AdoptValueCommand()),
          Map.entry("enit.start", new ActionCommand(_ -> new StartAction())),
          Map.entry("enit.stop", new ActionCommand(_ -> new StopAction())),
          Map.entry("enit.restart", new ActionCommand(_ -> new RestartAction())),
          Map.entry(
              "enit.reconfigure",
              new ActionCommand(
                  options -> new ReconfigureAction(ActionCommand.is(options, "force")))));

  private Commands() {}

  /** Returns the names, sorted. */
  static List<String> names() {
    return List.copyOf(new TreeMap<>(ALL).keySet());
  }
}
