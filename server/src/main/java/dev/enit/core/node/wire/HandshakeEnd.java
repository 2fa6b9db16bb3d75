package dev.enit.core.node.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a handshake ended, read off what the other side said in it: its status, its challenge with
 * its name, and its answer to ours, each behind a length of 2 bytes.
 *
 * @param peer what the other side called itself; empty where it did not come so far
 */
record HandshakeEnd(Kind kind, String peer) {
  /** What was the matter. */
  enum Kind {
    /** Our name is in use there. */
    NAME_IN_USE,
    NOT_ALLOWED,
    /** The node has another name than it is registered under. */
    OTHER_NAME,
    /** It went away when it had our proof of the cookie, or its own does not fit ours. */
    NOT_TRUSTED,
    TLS,
    /** It went away before it said anything. */
    SILENT,
    NO_NODE
  }

  private static final int TLS_ALERT = 0x15;
  private static final int TLS_HANDSHAKE = 0x16;
  private static final int TLS_MAJOR = 3;

  /** Flags, challenge and creation. */
  private static final int BEFORE_NAME = 16;

  /** From all that was heard before the connection stood. */
  static HandshakeEnd of(byte[] seen, String wanted) {
    if (seen.length == 0) {
      return new HandshakeEnd(Kind.SILENT, "");
    }
    if (isTls(seen)) {
      return new HandshakeEnd(Kind.TLS, "");
    }
    try {
      return read(ByteBuffer.wrap(seen), wanted);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return new HandshakeEnd(Kind.NO_NODE, "");
    }
  }

  private static boolean isTls(byte[] seen) {
    return seen.length > 1
        && (seen[0] == TLS_ALERT || seen[0] == TLS_HANDSHAKE)
        && seen[1] == TLS_MAJOR;
  }

  private static HandshakeEnd read(ByteBuffer seen, String wanted) {
    int length = seen.getShort();
    if (seen.get() != 's') {
      return new HandshakeEnd(Kind.NO_NODE, "");
    }
    return switch (text(seen, length - 1)) {
      case "ok" -> challenge(seen, wanted);
      case "ok_simultaneous", "nok", "alive" -> new HandshakeEnd(Kind.NAME_IN_USE, "");
      case "not_allowed" -> new HandshakeEnd(Kind.NOT_ALLOWED, "");
      default -> new HandshakeEnd(Kind.NO_NODE, "");
    };
  }

  private static HandshakeEnd challenge(ByteBuffer seen, String wanted) {
    if (!seen.hasRemaining()) {
      return new HandshakeEnd(Kind.SILENT, "");
    }
    seen.getShort();
    if (seen.get() != 'N') {
      return new HandshakeEnd(Kind.NO_NODE, "");
    }
    seen.position(seen.position() + BEFORE_NAME);
    String peer = text(seen, seen.getShort());
    return new HandshakeEnd(peer.equals(wanted) ? Kind.NOT_TRUSTED : Kind.OTHER_NAME, peer);
  }

  private static String text(ByteBuffer seen, int length) {
    if (length < 0 || length > seen.remaining()) {
      throw new IllegalArgumentException("cut short");
    }
    byte[] text = new byte[length];
    seen.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
