package dev.enit.lsp;

import dev.enit.lsp.handler.CommandHandler;
import dev.enit.lsp.handler.Connect;
import dev.enit.lsp.handler.ShowVirtual;
import dev.enit.lsp.session.VirtualDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that clients can have the server do with {@code workspace/executeCommand}. */
final class Commands {
  static final Map<String, CommandHandler> ALL =
      Map.of(
          "enit.showEffective",
          new ShowVirtual(VirtualDocument.EFFECTIVE),
          "enit.connect",
          new Connect());

  private Commands() {}

  /** The names, sorted. */
  static List<String> names() {
    return List.copyOf(new TreeMap<>(ALL).keySet());
  }
}
