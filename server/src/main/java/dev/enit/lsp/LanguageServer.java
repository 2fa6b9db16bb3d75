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

/** The language server of one client: its streams and its reading thread. */
final class LanguageServer {
  /** The time limit of a request, in milliseconds; editors give up much earlier. */
  private static final long LIMIT = 20_000;

  private final InputStream in;
  private final ServerLifecycle server;
  private final ClientLog log;

  /**
   * Creates a server that does not run yet.
   *
   * @param environment the environment variables of the workspace
   * @param daemon the command that runs this program as the node of a release
   */
  LanguageServer(
      InputStream in,
      OutputStream out,
      PrintStream errors,
      Map<String, String> environment,
      DaemonCommand daemon) {
    this(in, out, errors, environment, daemon, new WorkerThreads());
  }

  /** Creates a server with the caller's threads; the server closes them when it ends. */
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
   * Serves until the client disconnects and returns the exit status. Does not wait for the reading
   * thread, which may hang in a read that never ends.
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
