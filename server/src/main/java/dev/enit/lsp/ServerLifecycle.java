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
 * The beginning and the end of a session, and what may be said when. Everything in here runs on the
 * reading thread.
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
   * What differs between the real server and one in a test.
   *
   * @param limit of one answer, in milliseconds
   * @param daemon how the program is run once more to become the node of a release
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

  /** The status with which the process shall exit, as soon as it shall. */
  CompletableFuture<Integer> exit() {
    return exit;
  }

  /** Takes messages until the stream ends or the client says goodbye. */
  void listen(InputStream in) throws IOException {
    connection.listen(in, this);
  }

  /** The client has gone, with or without {@code exit}. */
  void end() {
    exit.complete(state == State.SHUT_DOWN ? 0 : 1);
    workers.close();
  }

  /** The reading thread may hang in a read that never ends: the process must not wait for it. */
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
      log.fault("an answer of the client", e);
    }
  }

  /** A fault in here must not end the session: the reading thread comes to the next message. */
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

  /** Nothing is read or started before the answer has gone: the editor waits for it. */
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

  /** A client that dies cannot say goodbye, and its end of the streams may live on in a child. */
  void endWith(long processId) {
    Optional<ProcessHandle> parent = ProcessHandle.of(processId);
    if (parent.isEmpty()) {
      exit.complete(1);
    } else {
      var _ = parent.get().onExit().whenComplete((_, _) -> exit.complete(1));
    }
  }
}
