package dev.enit.core.node.wire;

import dev.enit.grammar.term.Term;

/**
 * Terms as bytes, as {@code term_to_binary/1} makes them.
 *
 * <p>Not left to OTP's jinterface: it cuts atoms short, has no way to the parts of an external
 * function, and loads 700 classes before the first term is written.
 */
public final class ExternalTerm {
  /** The first byte of every term that stands alone. */
  static final int VERSION = 131;

  private ExternalTerm() {}

  /**
   * A term, led by the version.
   *
   * @throws IllegalArgumentException for a term with a {@link Term.Missing} in it, or an atom of
   *     more than 255 characters
   */
  public static byte[] encode(Term term) {
    ByteSink out = new ByteSink(256);
    out.write1(VERSION);
    TermWriter.write(term, out);
    return out.toByteArray();
  }

  /**
   * A term that is led by the version.
   *
   * @param home the node whose processes are shown without their node
   * @throws MalformedTerm for bytes that are none
   */
  public static Term decode(byte[] bytes, String home) throws MalformedTerm {
    TermReader reader = new TermReader(bytes, 0, home);
    Term term = reader.versioned();
    reader.end();
    return term;
  }
}
