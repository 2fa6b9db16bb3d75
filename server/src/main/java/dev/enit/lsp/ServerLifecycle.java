package dev.enit.lsp;

import com.google.gson.JsonObject;
import dev.enit.core.node.DaemonCommand;
import dev.enit.core.settings.Settings;
import dev.enit.core.text.Messages;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.rpc.Connection;
import dev.enit.lsp.rpc.MessageReceiver;
import dev.enit.lsp.rpc.PendingRequest;
import dev.enit.lsp.session.ClientLog;
import dev.enit.lsp.session.Session;
import dev.enit.lsp.session.WorkerThreads;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The life cycle of a session, from {@code initialize} to {@code exit}: accepts each message only
 * in the states that the protocol allows. Runs on the reading thread.
 */
final class ServerLifecycle implements MessageReceiver {
  private enum State {
    NEW,
    RUNNING,
    SHUT_DOWN
  }

  private final Connection connection;
  private final Methods methods;
  private final Function<Settings, WorkspaceHost> hosts;
  private final Options options;
  private final ClientLog log;
  private final WorkerThreads workers;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private volatile State state = State.NEW;
  private @Nullable Session session;
  private @Nullable RequestDispatcher answering;

  /**
   * The options that differ between the real server and a test.
   *
   * @param limit the time limit of a request, in milliseconds
   * @param daemon the command that runs this program as the node of a release
   */
  record Options(String version, long limit, DaemonCommand daemon) {}

  ServerLifecycle(
      Connection connection,
      Methods methods,
      Function<Settings, WorkspaceHost> hosts,
      Options options,
      ClientLog log,
      WorkerThreads workers) {
    this.connection = connection;
    this.methods = methods;
    this.hosts = hosts;
    this.options = options;
    this.log = log;
    this.workers = workers;
  }

  /** Returns the exit status of the process, completed when the process is to exit. */
  CompletableFuture<Integer> exit() {
    return exit;
  }

  /** Receives messages until the stream ends or the client sends {@code exit}. */
  void listen(InputStream in) throws IOException {
    connection.listen(in, this);
  }

  /** Ends the session: the client has disconnected, with or without {@code exit}. */
  void end() {
    exit.complete(state == State.SHUT_DOWN ? 0 : 1);
    workers.close();
  }

  /**
   * Completes the exit status: the process must not wait for the reading thread, which may hang in
   * a read that never ends.
   */
  @Override
  public void disconnected() {
    exit.complete(state == State.SHUT_DOWN ? 0 : 1);
  }

  @Override
  public boolean isListening() {
    return !exit.isDone();
  }

  @Override
  public void oddity(String text) {
    log.warnOnce(text);
  }

  @Override
  public void answer(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.fault("a response of the client", e);
    }
  }

  /**
   * Handles a request. A failure is answered with an error and does not end the session: the
   * reading thread continues with the next message.
   */
  @Override
  public void request(PendingRequest call) {
    try {
      take(call);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      String fault = e.getClass().getSimpleName();
      call.fail(ResponseErrorCode.InternalError, Messages.text("lsp.fault", call.method(), fault));
      log.fault(call.method(), e);
    }
  }

  private void take(PendingRequest call) {
    switch (state) {
      case NEW -> {
        if (call.method().equals(Methods.INITIALIZE)) {
          initialize(call);
        } else {
          call.fail(ResponseErrorCode.ServerNotInitialized, Messages.text("lsp.not-initialized"));
        }
      }
      case RUNNING -> running(call);
      case SHUT_DOWN -> call.fail(ResponseErrorCode.InvalidRequest, Messages.text("lsp.shut-down"));
    }
  }

  @Override
  public void notification(String name, @Nullable Object params) {
    if (name.equals(Methods.EXIT)) {
      end();
    } else if (state == State.RUNNING && session != null && answering != null) {
      if (name.equals(Methods.INITIALIZED)) {
        session.start();
      } else if (methods.get(name) instanceof Method.Notification<?> method) {
        answering.take(method, params);
      }
    }
  }

  private void running(PendingRequest call) {
    String name = call.method();
    if (name.equals(Methods.INITIALIZE)) {
      call.fail(ResponseErrorCode.InvalidRequest, Messages.text("lsp.initialized-twice"));
    } else if (name.equals(Methods.SHUTDOWN)) {
      state = State.SHUT_DOWN;
      call.succeed(null);
    } else if (methods.get(name) instanceof Method.Request<?> method && answering != null) {
      answering.answer(call, method);
    } else {
      call.fail(ResponseErrorCode.MethodNotFound, Messages.text("lsp.unknown-method", name));
    }
  }

  /**
   * Handles {@code initialize}. Nothing is read or started before the response is sent: the editor
   * waits for it.
   */
  private void initialize(PendingRequest call) {
    ClientCapabilities client =
        new ClientCapabilities(call.params() instanceof JsonObject o ? o : null);
    call.succeed(Capabilities.of(client, options.version()));
    log.setTrace(client.trace());
    session = new Session(connection, client, hosts, log, workers, options.daemon());
    answering = new RequestDispatcher(session, options.limit());
    state = State.RUNNING;
    client.processId().ifPresent(this::endWith);
  }

  /**
   * Exits when the client's process ends. A client that crashes sends no {@code exit}, and a child
   * process may keep its end of the streams open.
   */
  void endWith(long processId) {
    Optional<ProcessHandle> parent = ProcessHandle.of(processId);
    if (parent.isEmpty()) {
      exit.complete(1);
    } else {
      var _ = parent.get().onExit().whenComplete((_, _) -> exit.complete(1));
    }
  }
}
