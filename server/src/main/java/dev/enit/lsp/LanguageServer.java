package dev.enit.lsp;

import dev.enit.core.node.DaemonCommand;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.text.Version;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.rpc.Connection;
import dev.enit.lsp.session.ClientLog;
import dev.enit.lsp.session.WorkerThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.OptionalLong;

/** A server with its streams and its reading thread. */
final class LanguageServer {
  /** How long one answer may take, in milliseconds; an editor has given up long before. */
  private static final long LIMIT = 20_000;

  private final InputStream in;
  private final ServerLifecycle server;
  private final ClientLog log;

  /**
   * A server that is not running yet.
   *
   * @param environment as the workspace shall see it
   * @param daemon how the program is run once more to become the node of a release
   */
  LanguageServer(
      InputStream in,
      OutputStream out,
      PrintStream errors,
      Map<String, String> environment,
      DaemonCommand daemon) {
    this(in, out, errors, environment, daemon, new WorkerThreads());
  }

  /** As above, with threads that somebody else may look at; the server ends them with itself. */
  LanguageServer(
      InputStream in,
      OutputStream out,
      PrintStream errors,
      Map<String, String> environment,
      DaemonCommand daemon,
      WorkerThreads workers) {
    this.in = in;
    Connection connection = new Connection(out, Methods.ALL.types());
    this.log = new ClientLog(connection, errors);
    this.server =
        new ServerLifecycle(
            connection,
            Methods.ALL,
            settings -> new WorkspaceHost(settings, environment, HostFacts.ofThisHost()),
            new ServerLifecycle.Options(Version.current(), LIMIT, daemon),
            log,
            workers);
  }

  /**
   * Serves until the client goes. The reading thread is not waited for: it may hang in a read that
   * never ends.
   */
  int run(OptionalLong clientProcessId) {
    clientProcessId.ifPresent(server::endWith);
    Thread reader = new Thread(this::read, "enit-reader");
    reader.setDaemon(true);
    reader.start();
    return server.exit().join();
  }

  private void read() {
    try {
      server.listen(in);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.fault("the connection", e);
    } finally {
      server.end();
    }
  }
}
