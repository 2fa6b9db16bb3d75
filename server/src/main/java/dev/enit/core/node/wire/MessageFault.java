package dev.enit.core.node.wire;

import dev.enit.core.text.Messages;

/**
 * The rule that a message of a node breaks.
 *
 * @param words of the rule, for a sentence that begins with "it sends"
 */
record MessageFault(String words) {
  private static final int MIB = 1 << 20;

  static MessageFault tooLong(int length) {
    return of("too-long", Integer.toUnsignedLong(length), FrameGuard.LONGEST / MIB);
  }

  static MessageFault unread(long bytes) {
    return of("unread", bytes / MIB);
  }

  static MessageFault malformed(int at) {
    return of("malformed", at);
  }

  static MessageFault tooDeep(int most) {
    return of("too-deep", most);
  }

  static MessageFault tooMany(int most) {
    return of("too-many", most);
  }

  static MessageFault longNumber(long bytes, int most) {
    return of("long-number", bytes, most);
  }

  private static MessageFault of(String rule, Object... arguments) {
    return new MessageFault(Messages.text("node.fault." + rule, arguments));
  }
}
