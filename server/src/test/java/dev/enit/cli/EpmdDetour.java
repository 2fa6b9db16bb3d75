package dev.enit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * An epmd that forwards each request to another one, and runs an action before the first: the
 * client has read its files by then, and has not asked any node yet.
 */
final class EpmdDetour implements AutoCloseable {
  /** The action. */
  interface Event {
    void happen() throws Exception;
  }

  private final ServerSocket server;
  private final int epmd;

  private EpmdDetour(int epmd) throws IOException {
    this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    this.epmd = epmd;
  }

  static EpmdDetour to(int epmd, Event event) throws IOException {
    EpmdDetour detour = new EpmdDetour(epmd);
    Thread.ofVirtual().start(() -> detour.serve(event));
    return detour;
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve(Event event) {
    boolean isFirst = true;
    try {
      while (true) {
        try (Socket asking = server.accept()) {
          if (isFirst) {
            event.happen();
            isFirst = false;
          }
          passOn(asking);
        }
      }
    } catch (IOException e) {
      // It is closed.
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A question has its length before it; the answer ends with the connection. */
  private void passOn(Socket asking) throws IOException {
    InputStream in = asking.getInputStream();
    byte[] length = in.readNBytes(2);
    byte[] question = in.readNBytes(((length[0] & 0xFF) << 8) | (length[1] & 0xFF));
    try (Socket real = new Socket(InetAddress.getLoopbackAddress(), epmd)) {
      OutputStream out = real.getOutputStream();
      out.write(length);
      out.write(question);
      asking.getOutputStream().write(real.getInputStream().readAllBytes());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
