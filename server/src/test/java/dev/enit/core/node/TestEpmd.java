package dev.enit.core.node;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An epmd for a test, on an unused port. It ends with {@link #close}, and with this JVM at the
 * latest: its standard input ends then.
 */
public final class TestEpmd implements AutoCloseable {
  private static final int ATTEMPTS = 20;

  private final Process process;
  private final int port;

  private TestEpmd(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one and waits until it listens. */
  public static TestEpmd start() throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = freePort();
      Process process = run(port);
      if (listens(process)) {
        return new TestEpmd(process, port);
      }
      process.destroyForcibly();
    }
    throw new IOException("epmd does not start");
  }

  /** Returns a port on which no process listens. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  /** Registers a name with a port, as a node does; it is forgotten when the socket is closed. */
  public Socket register(String alive, int at) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeShort(13 + alive.length());
    out.writeByte(120);
    out.writeShort(at);
    out.writeByte(77);
    out.writeByte(0);
    out.writeShort(6);
    out.writeShort(5);
    out.writeShort(alive.length());
    out.writeBytes(alive);
    out.writeShort(0);
    if (socket.getInputStream().read() < 0) {
      throw new IOException("epmd does not register " + alive);
    }
    return socket;
  }

  private static Process run(int port) throws IOException {
    // The shell waits for the end of its input, and takes epmd with it.
    String script = "epmd -d -d -port " + port + " 2>&1 </dev/null & read x; kill $!; wait $!";
    return new ProcessBuilder(List.of("sh", "-c", script)).redirectErrorStream(true).start();
  }

  private static boolean listens(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains("entering the main select")) {
        Thread.ofVirtual().start(() -> drain(out));
        return true;
      }
      if (line.contains("already a epmd")) {
        return false;
      }
    }
    return false;
  }

  /** Reads on, so that the writer does not have to wait. */
  static void drain(BufferedReader out) {
    try {
      while (out.readLine() != null) {
        // It is not requested.
      }
    } catch (IOException e) {
      // It has ended.
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
