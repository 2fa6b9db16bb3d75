package dev.enit.grammar.parse;

import dev.enit.grammar.term.SyntaxError.Kind;

/**
 * The depth limit: leaves out terms that are nested too deep, and keeps a missing term in their
 * place.
 */
final class DeepNesting {
  private DeepNesting() {}

  /**
   * Returns the tokens without brackets that are nested too deep; the very same ones without such.
   */
  static TokenBuffer cut(TokenBuffer in, SyntaxErrorCollector diagnostics) {
    TokenBuffer out = new TokenBuffer(in.count() + 1);
    int depth = 0;
    int from = -1;
    for (int i = 0; i < in.count(); i++) {
      int type = in.type(i);
      if (type == ErlangTermsParser.DOT && depth > FormScanner.DEPTH_LIMIT) {
        out.add(ErlangTermsParser.MISSING, in.start(from), in.start(from));
        depth = FormScanner.DEPTH_LIMIT;
      }
      if (TokenKinds.isOpener(type) && depth++ == FormScanner.DEPTH_LIMIT) {
        from = i;
      }
      if (depth <= FormScanner.DEPTH_LIMIT || type == ErlangTermsParser.DOT) {
        out.add(in, i);
      }
      if (TokenKinds.isCloser(type) && depth > 0 && depth-- == FormScanner.DEPTH_LIMIT + 1) {
        out.add(ErlangTermsParser.MISSING, in.start(from), in.end(i));
      }
    }
    if (depth > FormScanner.DEPTH_LIMIT) {
      out.add(ErlangTermsParser.MISSING, in.start(from), in.start(from));
    }
    if (from < 0) {
      return in;
    }
    int place = in.start(from);
    diagnostics.addOnce(Kind.TOO_DEEP, place, String.valueOf(FormScanner.DEPTH_LIMIT));
    return out;
  }
}
