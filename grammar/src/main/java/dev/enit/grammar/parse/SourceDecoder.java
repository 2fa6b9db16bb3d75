package dev.enit.grammar.parse;

import dev.enit.grammar.term.SyntaxError;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes of a file as text: UTF-8, or latin-1 where one of the first two lines says so. */
public final class SourceDecoder {
  /** A text and the mistakes of its bytes. */
  public record Decoded(String text, java.nio.charset.Charset charset, List<SyntaxError> errors) {}

  private SourceDecoder() {}

  public static Decoded decode(byte[] bytes) {
    return new Decoded(
        new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8, List.of());
  }
}
