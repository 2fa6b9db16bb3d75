package dev.enit.lsp.rpc;

import com.google.gson.JsonElement;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.CancelParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * The JSON-RPC connection to one client over two streams. It replaces LSP4J's launcher and {@code
 * RemoteEndpoint}: those reflect over the whole protocol and start the platform's logging before
 * the first message, which takes longer than the rest of the start.
 *
 * <p>Messages may be sent from any thread. The first message that cannot be sent notifies the
 * receiver of the disconnection; the client's own stream may stay open for long.
 */
public final class Connection {
  /** The entry for every method of the client in the parser's table: results stay plain JSON. */
  private static final String ANSWER = "answer of the client";

  private final MessageJsonHandler json;
  private final StreamMessageConsumer out;
  private final Map<String, PendingRequest> waiting = new ConcurrentHashMap<>();
  private final Map<String, ResponseCallback> asked = new ConcurrentHashMap<>();
  private final AtomicInteger nextId = new AtomicInteger();
  private volatile @Nullable MessageReceiver receiver;

  /**
   * Creates a connection that writes to a stream.
   *
   * @param methods the parameter types of every supported method
   */
  public Connection(OutputStream out, Map<String, JsonRpcMethod> methods) {
    Map<String, JsonRpcMethod> types = new HashMap<>(methods);
    types.put(ANSWER, JsonRpcMethod.request(ANSWER, JsonElement.class));
    this.json =
        new MessageJsonHandler(
            types,
            gson ->
                gson.registerTypeAdapterFactory(new NullVersionAdapter())
                    .registerTypeAdapterFactory(new FastTypeAdapters()));
    json.setMethodProvider(id -> ANSWER);
    this.out = new StreamMessageConsumer(out, json);
  }

  /** Passes every message to the receiver until the stream ends or the receiver stops listening. */
  public void listen(InputStream in, MessageReceiver receiver) throws IOException {
    this.receiver = receiver;
    FrameReader frames = new FrameReader(in);
    for (Frame frame = frames.next();
        frame != null;
        frame = receiver.isListening() ? frames.next() : null) {
      if (frame.isReadable()) {
        receive(frame.text(), receiver);
      } else {
        refuse(null, ResponseErrorCode.ParseError, frame.text());
      }
    }
  }

  public void notify(String method, @Nullable Object params) {
    NotificationMessage message = new NotificationMessage();
    message.setMethod(method);
    message.setParams(params);
    send(message);
  }

  /**
   * Sends a request to the client. The callback runs on the reading thread, in the order of the
   * messages; it never runs if the client does not answer.
   */
  public void ask(String method, @Nullable Object params, ResponseCallback answer) {
    RequestMessage message = new RequestMessage();
    message.setId("enit-" + nextId.incrementAndGet());
    message.setMethod(method);
    message.setParams(params);
    asked.put(message.getId(), answer);
    send(message);
  }

  void answered(PendingRequest call, ResponseMessage message) {
    send(message);
    waiting.remove(key(call.id()), call);
  }

  private void receive(String text, MessageReceiver receiver) {
    Message message;
    try {
      message = json.parseMessage(text);
    } catch (RuntimeException unreadable) {
      ProtocolError misread = ProtocolError.of(text);
      if (misread.isAnswerable()) {
        refuse(misread.id(), misread.code(), misread.reason());
      } else {
        receiver.oddity(misread.reason());
      }
      return;
    }
    deliver(message, receiver);
  }

  /**
   * Dispatches a message by its type. {@code instanceof} instead of a pattern switch, which is
   * linked at run time and would delay the first message.
   */
  private void deliver(@Nullable Message message, MessageReceiver receiver) {
    if (message instanceof RequestMessage request && request.getRawId() == null) {
      String reason = Messages.text("lsp.bad-id", request.getMethod());
      refuse(null, ResponseErrorCode.InvalidRequest, reason);
    } else if (message instanceof RequestMessage request) {
      PendingRequest call = new PendingRequest(this, request);
      waiting.put(key(request.getRawId()), call);
      receiver.request(call);
    } else if (message instanceof NotificationMessage note) {
      if (note.getParams() instanceof CancelParams cancel) {
        cancel(cancel);
      } else {
        receiver.notification(note.getMethod(), note.getParams());
      }
    } else if (message instanceof ResponseMessage response) {
      settle(response, receiver);
    } else {
      refuse(null, ResponseErrorCode.InvalidRequest, Messages.text("lsp.no-message"));
    }
  }

  /**
   * Cancels a request. An unknown id is no error: the response and the cancellation often cross. A
   * cancellation without an id has no effect.
   */
  private void cancel(CancelParams params) {
    Either<String, Number> id = params.getRawId();
    PendingRequest call = id == null ? null : waiting.get(key(id));
    if (call != null) {
      call.fail(ResponseErrorCode.RequestCancelled, Messages.text("lsp.cancelled", call.method()));
    }
  }

  /**
   * Returns a key for an id. The number 1 and the string "1" are two ids; one number can arrive as
   * two types.
   */
  private static String key(Either<String, Number> id) {
    return id.isLeft() ? '"' + id.getLeft() : id.getRight().toString();
  }

  private void settle(ResponseMessage response, MessageReceiver receiver) {
    // An error without an id: the client could not read a message.
    String id = response.getRawId() == null ? "null" : response.getId();
    ResponseCallback answer = asked.remove(id);
    if (answer == null) {
      receiver.oddity(Messages.text("lsp.unasked", id));
    } else {
      receiver.answer(() -> answer.take(result(response), response.getError()));
    }
  }

  private static @Nullable JsonElement result(ResponseMessage response) {
    return response.getResult() instanceof JsonElement result && !result.isJsonNull()
        ? result
        : null;
  }

  private void refuse(@Nullable Either<String, Number> id, ResponseErrorCode code, String reason) {
    ResponseMessage message = new ResponseMessage();
    message.setRawId(id);
    message.setError(new ResponseError(code, reason, null));
    send(message);
  }

  private void send(Message message) {
    try {
      out.consume(message);
    } catch (JsonRpcException clientIsGone) {
      MessageReceiver told = receiver;
      if (told != null) {
        told.disconnected();
      }
    }
  }
}
