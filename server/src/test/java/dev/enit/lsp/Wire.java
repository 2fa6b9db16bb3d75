package dev.enit.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The base protocol as a client writes and reads it, independent of the server's code. */
final class Wire {
  private final InputStream in;
  private final OutputStream out;

  Wire(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  void send(JsonElement message) {
    sendBody(message.toString());
  }

  void sendBody(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    sendRaw("Content-Length: " + bytes.length + "\r\n\r\n", bytes);
  }

  void sendRaw(String header, byte... body) {
    try {
      synchronized (out) {
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the next message, {@code null} at the end.
   *
   * @throws IOException for bytes that are not of the protocol: something else was printed
   */
  @Nullable JsonObject next() throws IOException {
    String header = line();
    if (header == null) {
      return null;
    }
    if (!header.startsWith("Content-Length: ")) {
      throw new IOException("no message, but: " + header);
    }
    int length = Integer.parseInt(header.substring("Content-Length: ".length()));
    String empty = line();
    if (empty == null || !empty.isEmpty()) {
      throw new IOException("no empty line after the header, but: " + empty);
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("a message of " + length + " bytes ends at " + body.length);
    }
    return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private @Nullable String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return line.substring(0, Math.max(0, line.length() - 1));
      }
      line.append((char) c);
    }
    return line.isEmpty() ? null : line.toString();
  }
}
