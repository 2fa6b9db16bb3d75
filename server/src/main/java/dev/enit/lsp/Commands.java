package dev.enit.lsp;

import dev.enit.lsp.action.ReconfigureNode;
import dev.enit.lsp.action.RestartNode;
import dev.enit.lsp.action.StartNode;
import dev.enit.lsp.action.StopNode;
import dev.enit.lsp.handler.CommandHandler;
import dev.enit.lsp.handler.Connect;
import dev.enit.lsp.handler.RunAction;
import dev.enit.lsp.handler.ShowVirtual;
import dev.enit.lsp.handler.TakeOverValue;
import dev.enit.lsp.session.VirtualDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that clients can have the server do with {@code workspace/executeCommand}. */
final class Commands {
  static final Map<String, CommandHandler> ALL =
      Map.ofEntries(
          Map.entry("enit.showEffective", new ShowVirtual(VirtualDocument.EFFECTIVE)),
          Map.entry("enit.showPlan", new ShowVirtual(VirtualDocument.PLAN)),
          Map.entry("enit.showStatus", new ShowVirtual(VirtualDocument.STATUS)),
          Map.entry("enit.showReport", new ShowVirtual(VirtualDocument.REPORT)),
          Map.entry("enit.connect", new Connect()),
          Map.entry("enit.takeOver", new TakeOverValue()),
          Map.entry("enit.start", new RunAction(_ -> new StartNode())),
          Map.entry("enit.stop", new RunAction(_ -> new StopNode())),
          Map.entry("enit.restart", new RunAction(_ -> new RestartNode())),
          Map.entry(
              "enit.reconfigure",
              new RunAction(options -> new ReconfigureNode(RunAction.is(options, "force")))));

  private Commands() {}

  /** The names, sorted. */
  static List<String> names() {
    return List.copyOf(new TreeMap<>(ALL).keySet());
  }
}
