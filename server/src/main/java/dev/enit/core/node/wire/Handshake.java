package dev.enit.core.node.wire;

import dev.enit.core.config.Cookie;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The handshake of the distribution protocol, version 6, from the side that connects.
 *
 * <p>Not left to OTP's jinterface, which takes the end of a connection for a wrong cookie at one
 * step and for a node that is down at another, knows no deadline, and reads the user's cookie file
 * when it is loaded.
 */
final class Handshake {
  /** How the other side took it. */
  enum Outcome {
    /** The connection stands. */
    DONE,
    /** Our name is in use there. */
    NAME_IN_USE,
    NOT_ALLOWED,
    /** The node has another name, {@link #peer}. */
    OTHER_NAME,
    /** The node went away when it had our proof of the cookie, or its own does not fit ours. */
    NOT_TRUSTED,
    TLS,
    /** Went away before it said anything. */
    SILENT_END,
    NO_NODE
  }

  /**
   * What we can do. Not published, so the node sees a hidden one; no fragments and no atom cache,
   * so each message comes in one piece.
   */
  private static final long FLAGS =
      0x4 // extended references
          | 0x8 // monitors
          | 0x10 // functions
          | 0x80 // functions with their digest
          | 0x100 // extended processes and ports
          | 0x200 // external functions
          | 0x400 // bitstrings
          | 0x800 // floats as 8 bytes
          | 0x10000 // atoms in UTF-8
          | 0x20000 // maps
          | 0x40000 // long creations
          | 0x1000000 // this handshake
          | 0x2000000 // unlinking by number
          | 0x4000000 // all that OTP 25 demands
          | (0x4L << 32); // long numbers of processes

  private static final int TLS_ALERT = 0x15;
  private static final int TLS_HANDSHAKE = 0x16;
  private static final int TLS_MAJOR = 3;

  private final Link link;
  private final Deadline deadline;
  private String peer = "";

  Handshake(Link link, Deadline deadline) {
    this.link = link;
    this.deadline = deadline;
  }

  /** What the other side called itself; empty where it did not come so far. */
  String peer() {
    return peer;
  }

  /**
   * Runs it.
   *
   * @param ours the name that we go by
   * @param creation tells this use of the name from others
   * @throws IOException for an end that says nothing, and for a missed deadline
   */
  Outcome run(NodeName ours, int creation, NodeName wanted, Cookie cookie) throws IOException {
    byte[] name = ours.full().getBytes(StandardCharsets.UTF_8);
    send(
        new ByteSink(64)
            .write1('N')
            .write8(FLAGS)
            .write4(creation)
            .write2(name.length)
            .write(name));
    Outcome status = status();
    return status == Outcome.DONE ? challenge(wanted, cookie) : status;
  }

  private Outcome status() throws IOException {
    byte[] length;
    try {
      length = link.read(2, deadline);
    } catch (EOFException | SocketException e) {
      return Outcome.SILENT_END;
    }
    if ((length[0] == TLS_ALERT || length[0] == TLS_HANDSHAKE) && length[1] == TLS_MAJOR) {
      return Outcome.TLS;
    }
    int size = new ByteSource(length, 0).read2();
    byte[] status = size > 0 && size < 256 ? link.read(size, deadline) : new byte[] {0};
    if (status[0] != 's') {
      return Outcome.NO_NODE;
    }
    return switch (new String(status, 1, size - 1, StandardCharsets.ISO_8859_1)) {
      case "ok", "ok_simultaneous" -> Outcome.DONE;
      case "nok" -> Outcome.NAME_IN_USE;
      case "alive" -> inUse();
      case "not_allowed" -> Outcome.NOT_ALLOWED;
      default -> Outcome.NO_NODE;
    };
  }

  /** Another connection of that name stands, and shall go on. */
  private Outcome inUse() throws IOException {
    send(new ByteSink(8).write("sfalse".getBytes(StandardCharsets.ISO_8859_1)));
    return Outcome.NAME_IN_USE;
  }

  private Outcome challenge(NodeName wanted, Cookie cookie) throws IOException {
    ByteSource challenge = receive();
    if (challenge.read1() != 'N') {
      return Outcome.NO_NODE;
    }
    challenge.read8();
    int theirs = challenge.read4();
    challenge.read4();
    peer = new String(challenge.read(challenge.read2()), StandardCharsets.UTF_8);
    if (!peer.equals(wanted.full())) {
      return Outcome.OTHER_NAME;
    }
    int ours = Entropy.number();
    send(new ByteSink(32).write1('r').write4(ours).write(digest(cookie, theirs)));
    try {
      ByteSource proof = receive();
      boolean isTrusted =
          proof.read1() == 'a' && MessageDigest.isEqual(proof.read(16), digest(cookie, ours));
      return isTrusted ? Outcome.DONE : Outcome.NOT_TRUSTED;
    } catch (EOFException | SocketException e) {
      return Outcome.NOT_TRUSTED;
    }
  }

  private static byte[] digest(Cookie cookie, int challenge) {
    String text = cookie.reveal() + Integer.toUnsignedString(challenge);
    return Md5.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void send(ByteSink message) throws IOException {
    byte[] body = message.toByteArray();
    link.write(
        new ByteSink(body.length + 2).write2(body.length).write(body).toByteArray(), deadline);
  }

  private ByteSource receive() throws IOException {
    int length = new ByteSource(link.read(2, deadline), 0).read2();
    return new ByteSource(link.read(length, deadline), 0);
  }
}
