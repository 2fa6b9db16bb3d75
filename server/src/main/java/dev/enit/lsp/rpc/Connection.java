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
 * One client at the other end of two streams. It stands where LSP4J's launcher and its {@code
 * RemoteEndpoint} usually do: those reflect over the whole protocol and start the platform's
 * logging before the first message, which costs more time than all the rest of the start.
 *
 * <p>Messages may be sent from any thread. The first one that cannot be sent tells the receiver
 * that the client has gone; its own stream may stay open for long.
 */
public final class Connection {
  /** Stands for every method of the client in the parser's table: answers stay plain JSON. */
  private static final String ANSWER = "answer of the client";

  private final MessageJsonHandler json;
  private final StreamMessageConsumer out;
  private final Map<String, PendingRequest> waiting = new ConcurrentHashMap<>();
  private final Map<String, ResponseCallback> asked = new ConcurrentHashMap<>();
  private final AtomicInteger nextId = new AtomicInteger();
  private volatile @Nullable MessageReceiver receiver;

  /**
   * A connection that writes to a stream.
   *
   * @param methods the types of the parameters of every method that is understood
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

  /** Hands every message to the receiver until the stream ends or the receiver has had enough. */
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
   * Asks the client. Its answer comes on the reading thread, in its place among the messages; a
   * client that is silent gives none.
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

  /** Plain tests: a switch over types is linked at run time, which the first message would pay. */
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
   * Too late is no mistake: the answer and the cancellation often pass each other. One without an
   * id cancels nothing.
   */
  private void cancel(CancelParams params) {
    Either<String, Number> id = params.getRawId();
    PendingRequest call = id == null ? null : waiting.get(key(id));
    if (call != null) {
      call.fail(ResponseErrorCode.RequestCancelled, Messages.text("lsp.cancelled", call.method()));
    }
  }

  /** The number 1 and the text "1" are two ids; one number can arrive as two types. */
  private static String key(Either<String, Number> id) {
    return id.isLeft() ? '"' + id.getLeft() : id.getRight().toString();
  }

  private void settle(ResponseMessage response, MessageReceiver receiver) {
    // An error without an id says that the client could not read what it got.
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
