package dev.enit.lsp;

import dev.enit.cli.run.DaemonArguments;

/**
 * The main class that the fake editor starts: the language server in a separate process, with the
 * arguments of {@code enit lsp}.
 */
public final class ServerProcess {
  private ServerProcess() {}

  public static void main(String[] args) {
    System.exit(LspMain.run(args, new DaemonArguments()));
  }
}
