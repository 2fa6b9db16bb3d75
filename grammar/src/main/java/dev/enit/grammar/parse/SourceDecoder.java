package dev.enit.grammar.parse;

import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The decoder of source files: UTF-8, or latin-1 where one of the first two lines says so. */
public final class SourceDecoder {
  /** The number of bytes that epp:set_encoding/1 looks at. */
  private static final int ENCODING_BYTES = 512;

  private static final Pattern CODING = Pattern.compile("coding *[:=] *([a-zA-Z0-9-]*)");

  private SourceDecoder() {}

  /**
   * A text and how it was read.
   *
   * @param errors what could not be read, in place of which the text has U+FFFD; spans absolute
   */
  public record Decoded(String text, Charset charset, List<SyntaxError> errors) {
    public Decoded {
      errors = List.copyOf(errors);
    }
  }

  /** Decodes the bytes of a file. */
  public static Decoded decode(byte[] bytes) {
    if (isLatin1(bytes)) {
      return new Decoded(
          new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, List.of());
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    int bad = text.indexOf('\uFFFD') < 0 ? -1 : firstBad(bytes);
    List<SyntaxError> errors = bad < 0 ? List.of() : List.of(notUtf8(bytes, bad, text));
    return new Decoded(text, StandardCharsets.UTF_8, errors);
  }

  private static SyntaxError notUtf8(byte[] bytes, int bad, String text) {
    int at = new String(bytes, 0, bad, StandardCharsets.UTF_8).length();
    Span span = new Span(at, Math.min(at + 1, text.length()));
    return new SyntaxError(
        SyntaxError.Kind.NOT_UTF8, span, List.of(String.valueOf(bad)), null, null);
  }

  /** Returns the offset of the first byte that is no UTF-8, -1 where all are. */
  private static int firstBad(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return in.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
      out.clear();
    }
  }

  private static boolean isLatin1(byte[] bytes) {
    int length = Math.min(bytes.length, ENCODING_BYTES);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int line = 0;
    for (int lines = 0; lines < 2 && line < head.length(); lines++) {
      int end = head.indexOf('\n', line);
      int lineEnd = end < 0 ? head.length() : end;
      int comment = head.indexOf('%', line);
      boolean commented = comment >= 0 && comment < lineEnd;
      Matcher coding = CODING.matcher(head).region(commented ? comment : lineEnd, lineEnd);
      if (coding.find()) {
        String encoding = coding.group(1).toLowerCase(Locale.ROOT);
        // A word that ends with the last byte that is looked at may go on: it does not count.
        return coding.end() < ENCODING_BYTES
            && (encoding.startsWith("latin-1-") || encoding.equals("latin-1"));
      }
      line = lineEnd + 1;
    }
    return false;
  }
}
