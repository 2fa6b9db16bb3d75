package dev.enit.lsp;

import dev.enit.cli.run.DaemonWords;
import java.util.Arrays;

/**
 * What the fake editor and Neovim start: the language server in a process of its own, with the
 * arguments of {@code enit lsp} or of {@code enit}.
 */
public final class ServerProcess {
  private ServerProcess() {}

  public static void main(String[] args) {
    int own = args.length > 0 && args[0].equals("lsp") ? 1 : 0;
    System.exit(LspMain.run(Arrays.copyOfRange(args, own, args.length), new DaemonWords()));
  }
}
