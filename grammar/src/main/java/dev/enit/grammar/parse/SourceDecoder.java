package dev.enit.grammar.parse;

/** Bytes of a file as text: UTF-8, or latin-1 where one of the first two lines says so. */
public final class SourceDecoder {
  private SourceDecoder() {}
}
