package dev.enit.core.node.wire;

import com.ericsson.otp.erlang.OtpErlangAtom;
import com.ericsson.otp.erlang.OtpErlangBitstr;
import com.ericsson.otp.erlang.OtpErlangDouble;
import com.ericsson.otp.erlang.OtpErlangExternalFun;
import com.ericsson.otp.erlang.OtpErlangList;
import com.ericsson.otp.erlang.OtpErlangLong;
import com.ericsson.otp.erlang.OtpErlangMap;
import com.ericsson.otp.erlang.OtpErlangObject;
import com.ericsson.otp.erlang.OtpErlangPid;
import com.ericsson.otp.erlang.OtpErlangRef;
import com.ericsson.otp.erlang.OtpErlangString;
import com.ericsson.otp.erlang.OtpErlangTuple;
import com.ericsson.otp.erlang.OtpOutputStream;
import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermNotation;
import java.util.ArrayList;
import java.util.List;

/** The terms of jinterface as ours. */
final class TermDecoder {
  private final String home;

  private TermDecoder(String home) {
    this.home = home;
  }

  /**
   * The same value.
   *
   * @param home the node whose processes are shown without their node
   */
  static Term term(OtpErlangObject object, String home) {
    return new TermDecoder(home).term(object);
  }

  private Term term(OtpErlangObject object) {
    return switch (object) {
      case OtpErlangAtom atom -> WireTerms.atom(atom.atomValue());
      case OtpErlangLong number -> new Term.Int(WireTerms.NOWHERE, number.bigIntegerValue());
      case OtpErlangDouble number -> new Term.Float(WireTerms.NOWHERE, number.doubleValue());
      case OtpErlangString text -> string(text.stringValue());
      case OtpErlangBitstr bits -> bits(bits);
      case OtpErlangTuple tuple -> new Term.Tuple(WireTerms.NOWHERE, terms(tuple.elements()));
      case OtpErlangList list -> list(list);
      case OtpErlangMap map -> map(map);
      case OtpErlangExternalFun fun ->
          new Term.Fun(WireTerms.NOWHERE, fun.module, fun.function, fun.arity);
      default -> new Term.Opaque(WireTerms.NOWHERE, shown(object), external(object));
    };
  }

  private List<Term> terms(OtpErlangObject[] objects) {
    List<Term> terms = new ArrayList<>(objects.length);
    for (OtpErlangObject object : objects) {
      terms.add(term(object));
    }
    return terms;
  }

  /** A short list of bytes: the wire says the same of a text. */
  private static Term string(String text) {
    return TermNotation.guessed(WireTerms.list(text.chars().mapToObj(WireTerms::integer).toList()));
  }

  private static Term bits(OtpErlangBitstr bits) {
    byte[] bytes = bits.binaryValue();
    long size = bytes.length * 8L - bits.pad_bits();
    return new Term.Binary(WireTerms.NOWHERE, Bytes.ofBits(bytes, size));
  }

  private Term list(OtpErlangList list) {
    OtpErlangObject tail = list.getLastTail();
    return TermNotation.guessed(
        new Term.ListTerm(
            WireTerms.NOWHERE, terms(list.elements()), tail == null ? null : term(tail)));
  }

  private Term map(OtpErlangMap map) {
    List<Term.Association> entries = new ArrayList<>(map.arity());
    map.entrySet()
        .forEach(e -> entries.add(new Term.Association(term(e.getKey()), term(e.getValue()))));
    return new Term.MapTerm(WireTerms.NOWHERE, entries);
  }

  /** As the node itself shows it. */
  private String shown(OtpErlangObject object) {
    String text =
        switch (object) {
          case OtpErlangPid pid -> "<" + pid.node() + "." + pid.id() + "." + pid.serial() + ">";
          case OtpErlangRef ref -> "#Ref<" + ref.node() + numbers(ref.ids()) + ">";
          default -> object.toString();
        };
    return text.replace("<" + home + ".", "<0.");
  }

  /** From the last to the first. */
  private static String numbers(int[] ids) {
    StringBuilder numbers = new StringBuilder();
    for (int id : ids) {
      numbers.insert(0, "." + Integer.toUnsignedString(id));
    }
    return numbers.toString();
  }

  private static Bytes external(OtpErlangObject object) {
    OtpOutputStream out = new OtpOutputStream();
    object.encode(out);
    return Bytes.of(out.toByteArray());
  }
}
