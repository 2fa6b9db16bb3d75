package dev.enit.core.node.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A pass over a message of the distribution protocol that builds nothing: it follows the lengths of
 * the external term format (ERTS User's Guide, "External Term Format") and sees whether a decoder
 * could take it without running out of memory, stack or time.
 */
final class TermScan {
  /** A term of a configuration is nested some ten deep; the decoder takes stack for each level. */
  static final int DEEPEST = 1_000;

  /** Each part becomes an object of some fifty bytes. */
  static final int MOST_PARTS = 4_000_000;

  /** Bytes of an integer: beyond, printing it takes longer than any deadline. */
  static final int LONGEST_NUMBER = 4_096;

  private static final int PASS_THROUGH = 112;
  private static final int VERSION = 131;

  private final ByteBuffer in;

  /** How many terms are still to come, of each term around the present place. */
  private final Deque<Long> open = new ArrayDeque<>();

  private int parts;

  private TermScan(ByteBuffer in) {
    this.in = in;
  }

  /**
   * Returns the rule that a message breaks, or {@code null}.
   *
   * @param message the body: a tag, the control term, and the term that is sent, if there is one
   */
  static @Nullable MessageFault fault(byte[] message) {
    return fault(
        message,
        scan -> {
          scan.expect(PASS_THROUGH);
          while (scan.in.hasRemaining()) {
            scan.expect(VERSION);
            scan.term();
          }
        });
  }

  /**
   * Returns the rule that a term breaks which stands alone, or {@code null}.
   *
   * @param term led by its version; what follows it is not looked at
   */
  static @Nullable MessageFault faultOfTerm(byte[] term) {
    return fault(
        term,
        scan -> {
          scan.expect(VERSION);
          scan.term();
        });
  }

  /** A pass, or a part of one. */
  @FunctionalInterface
  private interface Pass {
    void over(TermScan scan) throws Broken;
  }

  private static @Nullable MessageFault fault(byte[] bytes, Pass pass) {
    TermScan scan = new TermScan(ByteBuffer.wrap(bytes));
    try {
      pass.over(scan);
      return null;
    } catch (Broken e) {
      return e.fault;
    } catch (BufferUnderflowException e) {
      return MessageFault.malformed(scan.in.position());
    }
  }

  /** A broken rule, on its way out of the pass. */
  private static final class Broken extends Exception {
    private final transient MessageFault fault;

    Broken(MessageFault fault) {
      super(fault.words(), null, false, false);
      this.fault = fault;
    }
  }

  private void expect(int tag) throws Broken {
    if (u8() != tag) {
      throw malformed();
    }
  }

  private void term() throws Broken {
    enter(1);
    while (!open.isEmpty()) {
      long left = open.pop();
      if (left > 0) {
        open.push(left - 1);
        part();
      }
    }
  }

  private void enter(long terms) throws Broken {
    // Every term takes a byte at least.
    if (terms > in.remaining()) {
      throw malformed();
    }
    if (open.size() >= DEEPEST) {
      throw new Broken(MessageFault.tooDeep(DEEPEST));
    }
    open.push(terms);
  }

  private void part() throws Broken {
    count(1);
    // A number with a fraction as text, 99, is not among them: no node sends one to a peer that
    // takes
    // 70, and the decoder fails on most texts.
    switch (u8()) {
      case 97 -> skip(1);
      case 98 -> skip(4);
      case 70 -> skip(8);
      case 106 -> {}
      // Atoms.
      case 115, 119 -> skip(u8());
      case 100, 118 -> skip(u16());
      // Lists, tuples, maps.
      case 107 -> characters(u16());
      case 108 -> enter(u32() + 1);
      case 104 -> enter(u8());
      case 105 -> enter(u32());
      case 116 -> enter(2 * u32());
      // Binaries, and bit strings with their last byte's bits.
      case 109 -> skip(u32());
      case 77 -> bits(u32());
      // Integers, with their sign.
      case 110 -> skip(u8() + 1L);
      case 111 -> number(u32());
      // Ports, processes and references: an atom first, then numbers.
      case 102 -> afterAtom(4 + 1);
      case 89 -> afterAtom(4 + 4);
      case 120 -> afterAtom(8 + 4);
      case 103 -> afterAtom(4 + 4 + 1);
      case 88 -> afterAtom(4 + 4 + 4);
      case 101 -> afterAtom(4 + 1);
      case 114 -> reference(1);
      case 90 -> reference(4);
      // Functions: module, name and arity; or a size, and what it holds.
      case 113 -> enter(3);
      case 112 -> function();
      default -> throw malformed();
    }
  }

  private void count(int more) throws Broken {
    parts += more;
    if (parts > MOST_PARTS) {
      throw new Broken(MessageFault.tooMany(MOST_PARTS));
    }
  }

  /** A list of small numbers, as one string of bytes. */
  private void characters(int length) throws Broken {
    count(length);
    skip(length);
  }

  /** A binary whose last byte has 1 to 8 bits; an empty one has no such byte. */
  private void bits(long bytes) throws Broken {
    int last = u8();
    if (last > 8 || last < 1 || (bytes == 0 && last < 8)) {
      throw malformed();
    }
    skip(bytes);
  }

  private void number(long bytes) throws Broken {
    if (bytes > LONGEST_NUMBER) {
      throw new Broken(MessageFault.longNumber(bytes, LONGEST_NUMBER));
    }
    skip(bytes + 1);
  }

  private void reference(int creation) throws Broken {
    int numbers = u16();
    afterAtom(creation + 4L * numbers);
  }

  private void function() throws Broken {
    // Size, arity, unique, index.
    skip(4 + 1 + 16 + 4);
    // Module, old index, old unique, process, and the values that it holds.
    enter(4 + u32());
  }

  private void afterAtom(long bytes) throws Broken {
    switch (u8()) {
      case 115, 119 -> skip(u8());
      case 100, 118 -> skip(u16());
      default -> throw malformed();
    }
    skip(bytes);
  }

  private Broken malformed() {
    return new Broken(MessageFault.malformed(in.position()));
  }

  private void skip(long bytes) throws Broken {
    if (bytes > in.remaining()) {
      throw malformed();
    }
    in.position(in.position() + (int) bytes);
  }

  private int u8() {
    return in.get() & 0xFF;
  }

  private int u16() {
    return in.getShort() & 0xFFFF;
  }

  private long u32() {
    return in.getInt() & 0xFFFF_FFFFL;
  }
}
