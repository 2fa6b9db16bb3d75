package dev.enit.core.node.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A connection that carries frames, each behind its length. All reading and writing has a deadline;
 * after a missed one the connection is of no more use.
 */
final class Link implements AutoCloseable {
  /** No frame of a handshake is longer than a name and some numbers. */
  private static final int LONGEST = 1 << 30;

  /** What a socket takes at once even if nobody reads at the other end. */
  private static final int WRITTEN_AT_ONCE = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Link(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 8192);
    this.out = socket.getOutputStream();
  }

  /** Some bytes. */
  byte[] read(int length, Deadline deadline) throws IOException {
    byte[] bytes = new byte[length];
    int size = 0;
    while (size < length) {
      socket.setSoTimeout(deadline.socketTimeout());
      int more = in.read(bytes, size, length - size);
      if (more < 0) {
        throw new EOFException();
      }
      size += more;
    }
    return bytes;
  }

  /** A frame behind a length of 4 bytes. */
  byte[] frame(Deadline deadline) throws IOException {
    int length = new ByteSource(read(4, deadline), 0).length();
    if (length > LONGEST) {
      throw new MalformedTerm("a frame of " + length + " bytes");
    }
    return read(length, deadline);
  }

  /** Bytes as they are. A node that stands still takes no more at some time: then they are late. */
  void write(byte[] bytes, Deadline deadline) throws IOException {
    if (bytes.length <= WRITTEN_AT_ONCE) {
      out.write(bytes);
      return;
    }
    AtomicBoolean isDone = new AtomicBoolean();
    Thread guard = Thread.ofVirtual().start(() -> closeWhenLate(isDone, deadline));
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw deadline.isOver() ? new SocketTimeoutException("deadline") : e;
    } finally {
      isDone.set(true);
      guard.interrupt();
    }
  }

  private void closeWhenLate(AtomicBoolean isDone, Deadline deadline) {
    try {
      Thread.sleep(deadline.remaining());
      if (!isDone.get()) {
        close();
      }
    } catch (InterruptedException e) {
      // Written in time.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nobody is left to be told.
    }
  }
}
