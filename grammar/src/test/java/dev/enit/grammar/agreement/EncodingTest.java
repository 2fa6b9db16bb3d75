package dev.enit.grammar.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.term.SyntaxError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the encoding that a comment in one of the first two lines declares. */
@Tag("node")
class EncodingTest {
  private static final List<String> HEADS =
      List.of(
          "",
          "%% coding: latin-1\n",
          "%% -*- coding: latin-1 -*-\n",
          "%% -*- mode: erlang; coding: latin-1; -*-\n",
          "\n% coding=latin-1\n",
          "\n\n% coding: latin-1\n",
          "a. % coding: latin-1\n",
          "%% CODING: latin-1\n",
          "%% encoding: latin-1\n",
          "%% coding: Latin-1\n",
          "%% coding:latin-1-unix\n",
          "%% coding: latin1\n",
          "%% coding: iso-8859-1\n",
          "%% coding : latin-1\n",
          "%% coding latin-1\n",
          "%% coding: utf-8\n%% coding: latin-1\n",
          "%% coding: utf-9\n%% coding: latin-1\n",
          "%% coding:\n%% coding: latin-1\n",
          "%% ccoding: latin-1\n",
          "%% " + "x".repeat(600) + " coding: latin-1\n",
          "%% " + "x".repeat(480) + " coding: latin-1\n",
          "%% " + "x".repeat(492) + " coding: latin-1\n",
          "%% " + "x".repeat(493) + " coding: latin-1\n",
          "%% " + "x".repeat(494) + " coding: latin-1\n",
          "%% " + "x".repeat(488) + " coding: latin-1-unix\n",
          "%% " + "x".repeat(489) + " coding: latin-1-unix\n",
          "%% " + "x".repeat(489) + " coding: latin-15\n");

  @Test
  void isUnderstoodAsConsultUnderstandsIt() throws Exception {
    StringBuilder differences = new StringBuilder();
    try (Consult consult = new Consult()) {
      for (String head : HEADS) {
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)) {
          String difference =
              Agreement.difference(consult, (head + "{\"åß\", å}.").getBytes(charset));
          if (!difference.isEmpty()) {
            differences.append(head).append(charset).append(": ").append(difference).append('\n');
          }
        }
      }
    }
    assertEquals("", differences.toString());
  }

  @Test
  void bytesThatAreNoTextAreReported() {
    byte[] bytes = {'{', 'a', ',', '"', (byte) 0xC3, (byte) 0xA5, (byte) 0xE5, '"', '}', '.'};
    SourceDecoder.Decoded decoded = SourceDecoder.decode(bytes);
    SyntaxError error = decoded.errors().getFirst();
    assertEquals(SyntaxError.Kind.NOT_UTF8, error.kind());
    assertEquals(List.of("6"), error.arguments());
    assertEquals("\uFFFD", error.span().in(decoded.text()));
  }

  @Test
  void aReplacementCharacterIsText() {
    byte[] bytes = "\"\uFFFD\".".getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of(), SourceDecoder.decode(bytes).errors());
  }
}
