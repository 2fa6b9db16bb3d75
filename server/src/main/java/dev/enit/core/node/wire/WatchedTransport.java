package dev.enit.core.node.wire;

import com.ericsson.otp.erlang.OtpConnection;
import com.ericsson.otp.erlang.OtpTransport;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A socket under jinterface, which knows no deadline, and which tells everything that can go wrong
 * in a handshake as the same error: until the connection stands, reads are late at the deadline,
 * and what was read is kept. Writes are always late at the deadline.
 */
final class WatchedTransport implements OtpTransport {
  /** A handshake is shorter. */
  private static final int KEPT = 1024;

  /** What a socket takes at once even if the other end does not read. */
  private static final int TAKEN_AT_ONCE = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final FrameGuard frames;
  private final OutputStream out;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private volatile Deadline deadline;
  private volatile boolean isUp;
  private volatile boolean isLate;

  WatchedTransport(Socket socket, Deadline deadline) throws IOException {
    this.socket = socket;
    this.deadline = deadline;
    this.in = new Watched(socket.getInputStream());
    this.frames = new FrameGuard(in);
    this.out = new Guarded(socket.getOutputStream());
  }

  /** From now on reads wait as long as they must, and nothing is kept. */
  void up() {
    isUp = true;
  }

  /** Sets the deadline of what is written next. */
  void until(Deadline next) {
    deadline = next;
  }

  /** Returns whether the deadline was missed. */
  boolean isLate() {
    return isLate;
  }

  /** What the other side said before the connection stood. */
  byte[] seen() {
    return seen.toByteArray();
  }

  /** Returns the rule that a message broke, or {@code null}; the connection ended with it. */
  @Nullable MessageFault fault() {
    return frames.fault();
  }

  /** Where the other side listens. */
  InetSocketAddress address() {
    return new InetSocketAddress(socket.getInetAddress(), socket.getPort());
  }

  /** The handshake is read by the thread that connects, messages by that of the connection. */
  @Override
  public InputStream getInputStream() {
    return Thread.currentThread() instanceof OtpConnection ? frames : in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private final class Watched extends InputStream {
    private final InputStream source;

    Watched(InputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (true) {
        try {
          socket.setSoTimeout(isUp ? 0 : deadline.socketTimeout());
          int size = source.read(bytes, offset, length);
          if (!isUp && size > 0 && seen.size() < KEPT) {
            seen.write(bytes, offset, size);
          }
          return size;
        } catch (SocketTimeoutException e) {
          // Begun before the connection stood, and still waiting when it did.
          if (!isUp) {
            isLate = true;
            throw e;
          }
        }
      }
    }
  }

  /** A node that stands still takes no more at some time; only closing the socket ends a write. */
  private final class Guarded extends FilterOutputStream {
    Guarded(OutputStream sink) {
      super(sink);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length <= TAKEN_AT_ONCE) {
        out.write(bytes, offset, length);
        return;
      }
      Thread guard = Thread.ofVirtual().start(this::closeAtDeadline);
      try {
        out.write(bytes, offset, length);
      } finally {
        guard.interrupt();
      }
    }

    private void closeAtDeadline() {
      try {
        Thread.sleep(deadline.remaining());
        isLate = true;
        WatchedTransport.this.close();
      } catch (InterruptedException | IOException e) {
        // Written in time, or closed already.
      }
    }
  }
}
