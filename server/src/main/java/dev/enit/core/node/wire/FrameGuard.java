package dev.enit.core.node.wire;

import com.ericsson.otp.erlang.OtpConnection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The stream that jinterface reads once the connection stands, with every message checked before
 * jinterface decodes any of it. jinterface trusts its peer: a length makes it allocate, a negative
 * one or a deep term ends its reading thread without a word, and messages that are not fetched are
 * queued without a bound. A connection that breaks a rule ends here, with the rule in words.
 *
 * <p>A message is four bytes of length and a body; a length of 0 is a tick.
 */
final class FrameGuard extends InputStream {
  /** The longest message. The environments of a large release take one or two MiB. */
  static final int LONGEST = 64 << 20;

  /** What may wait unread, in bytes; a node that waits for its answers never has that much. */
  private static final long MOST_UNREAD = 2L * LONGEST;

  private final InputStream source;
  private ByteBuffer frame = ByteBuffer.allocate(0);
  private long unread;
  private volatile @Nullable MessageFault fault;

  FrameGuard(InputStream source) {
    this.source = source;
  }

  /** Returns the rule that the other side broke, or {@code null} if it keeps to all of them. */
  @Nullable MessageFault fault() {
    return fault;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (!frame.hasRemaining() && !fill()) {
      return -1;
    }
    int size = Math.min(length, frame.remaining());
    frame.get(bytes, offset, size);
    return size;
  }

  /** Returns false at the end of the stream. */
  private boolean fill() throws IOException {
    byte[] head = source.readNBytes(Integer.BYTES);
    if (head.length < Integer.BYTES) {
      return false;
    }
    int length = ByteBuffer.wrap(head).getInt();
    check(length < 0 || length > LONGEST ? MessageFault.tooLong(length) : null);
    byte[] body = source.readNBytes(length);
    if (body.length < length) {
      return false;
    }
    if (length > 0) {
      check(queued(length));
      check(TermScan.fault(body));
    }
    frame = ByteBuffer.allocate(Integer.BYTES + length).put(head).put(body).flip();
    return true;
  }

  /** Only the thread of the connection reads, and it alone knows what waits to be fetched. */
  private @Nullable MessageFault queued(int length) {
    boolean isFetched =
        Thread.currentThread() instanceof OtpConnection connection && connection.msgCount() == 0;
    unread = isFetched ? length : unread + length;
    return unread > MOST_UNREAD ? MessageFault.unread(unread) : null;
  }

  private void check(@Nullable MessageFault found) throws IOException {
    if (found != null) {
      fault = found;
      throw new IOException(found.words());
    }
  }
}
