package dev.enit.lsp;

import dev.enit.cli.run.DaemonArguments;

/**
 * What the fake editor starts: the language server in a process of its own, with the arguments of
 * {@code enit lsp}.
 */
public final class ServerProcess {
  private ServerProcess() {}

  public static void main(String[] args) {
    System.exit(LspMain.run(args, new DaemonArguments()));
  }
}
