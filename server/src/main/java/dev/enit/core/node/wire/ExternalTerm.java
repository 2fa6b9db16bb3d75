package dev.enit.core.node.wire;

import com.ericsson.otp.erlang.OtpErlangDecodeException;
import com.ericsson.otp.erlang.OtpInputStream;
import com.ericsson.otp.erlang.OtpOutputStream;
import dev.enit.grammar.term.Term;

/** Terms as bytes, as {@code term_to_binary/1} makes them. */
public final class ExternalTerm {
  /** The first byte of every term that stands alone. */
  private static final int VERSION = 131;

  private ExternalTerm() {}

  /**
   * A term, led by the version.
   *
   * @throws IllegalArgumentException for a term with a {@link Term.Missing} in it, or an atom of
   *     more than 255 characters
   */
  public static byte[] encode(Term term) {
    OtpOutputStream out = new OtpOutputStream();
    out.write1(VERSION);
    out.write_any(TermEncoder.object(term));
    return out.toByteArray();
  }

  /**
   * A term that is led by the version.
   *
   * @param home the node whose processes are shown without their node
   * @throws MalformedTerm for bytes that are none, or whose term exceeds a limit of {@link
   *     TermScan}
   */
  public static Term decode(byte[] bytes, String home) throws MalformedTerm {
    MessageFault fault = TermScan.faultOfTerm(bytes);
    if (fault != null) {
      throw new MalformedTerm(fault.words());
    }
    try {
      return TermDecoder.term(new OtpInputStream(bytes).read_any(), home);
    } catch (OtpErlangDecodeException e) {
      throw new MalformedTerm(String.valueOf(e.getMessage()));
    }
  }
}
