package dev.enit.grammar.term;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The printer of binaries: as a string where they are written as one and hold one, else byte by
 * byte.
 */
final class BinaryText {
  private BinaryText() {}

  static void append(Term.Binary binary, StringBuilder out) {
    out.append("<<");
    Bytes value = binary.value();
    String text = binary.isText() ? text(value) : null;
    if (text != null) {
      out.append(QuotedText.quote(text, '"'));
      out.append(text.chars().allMatch(c -> c < 0x80) ? "" : "/utf8");
    } else {
      appendBytes(value, out);
    }
    out.append(">>");
  }

  private static void appendBytes(Bytes value, StringBuilder out) {
    int rest = (int) (value.bitSize() % 8);
    for (int i = 0; i < value.byteCount(); i++) {
      out.append(i > 0 ? "," : "");
      if (rest > 0 && i == value.byteCount() - 1) {
        out.append(value.byteAt(i) >> (8 - rest)).append(':').append(rest);
      } else {
        out.append(value.byteAt(i));
      }
    }
  }

  private static @Nullable String text(Bytes value) {
    if (!value.isWhole() || value.byteCount() == 0) {
      return null;
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(value.toByteArray()))
              .toString();
      return text.codePoints().allMatch(QuotedText::isPrintable) ? text : null;
    } catch (CharacterCodingException noText) {
      return null;
    }
  }
}
