package dev.enit.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running language server over its standard streams, as an editor would talk to it; one thread
 * writes and then reads until the answer is complete, so that only the server takes time.
 */
final class BenchServer implements AutoCloseable {
  /** A message and the moment at which its last byte was there. */
  record Message(JsonObject json, long nanoTime) {}

  private final Process process;
  private final InputStream in;
  private final OutputStream out;
  private final long spawned;
  private int lastId;

  BenchServer(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    spawned = System.nanoTime();
    process = builder.start();
    in = new BufferedInputStream(process.getInputStream(), 1 << 16);
    out = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
  }

  Process process() {
    return process;
  }

  /** Milliseconds from the start of the process to a message. */
  double sinceSpawned(Message message) {
    return (message.nanoTime() - spawned) / 1e6;
  }

  /** Puts a request into the buffer; its id. */
  int request(String method, JsonObject params) throws IOException {
    JsonObject message = message(method, params);
    message.addProperty("id", ++lastId);
    write(message);
    return lastId;
  }

  void notify(String method, JsonObject params) throws IOException {
    write(message(method, params));
  }

  /** Sends what the buffer holds and reads up to the answer of a request, which has a result. */
  Message answer(int id) throws IOException {
    Message message = anyAnswer(id);
    if (message.json().has("error")) {
      throw new IOException("refused: " + message.json());
    }
    return message;
  }

  /** As {@link #answer}, whether it is a result or a refusal. */
  Message anyAnswer(int id) throws IOException {
    out.flush();
    while (true) {
      Message message = read();
      JsonElement its = message.json().get("id");
      if (message.json().has("method")) {
        if (its != null) {
          reply(its, message.json());
        }
      } else if (its != null && its.getAsInt() == id) {
        return message;
      }
    }
  }

  /** Whatever a server asks of its editor: there is nothing to tell. */
  private void reply(JsonElement id, JsonObject request) throws IOException {
    JsonObject reply = new JsonObject();
    reply.addProperty("jsonrpc", "2.0");
    reply.add("id", id);
    boolean asksForSettings = request.get("method").getAsString().equals("workspace/configuration");
    JsonArray nothing = new JsonArray();
    if (asksForSettings) {
      request
          .getAsJsonObject("params")
          .getAsJsonArray("items")
          .forEach(_ -> nothing.add(JsonNull.INSTANCE));
    }
    reply.add("result", asksForSettings ? nothing : JsonNull.INSTANCE);
    write(reply);
    out.flush();
  }

  private static JsonObject message(String method, JsonObject params) {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("method", method);
    message.add("params", params);
    return message;
  }

  private void write(JsonObject message) throws IOException {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    String header = "Content-Length: " + body.length + "\r\n\r\n";
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
  }

  private Message read() throws IOException {
    int length = -1;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    byte[] body = in.readNBytes(length);
    long complete = System.nanoTime();
    String text = new String(body, StandardCharsets.UTF_8);
    return new Message(JsonParser.parseString(text).getAsJsonObject(), complete);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server has ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Ends the session in order, and the process in any case. */
  @Override
  public void close() {
    try {
      answer(request("shutdown", new JsonObject()));
      notify("exit", new JsonObject());
      out.close();
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      // It is ended below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
