package dev.enit.core.node.wire;

import com.ericsson.otp.erlang.OtpErlangAtom;
import com.ericsson.otp.erlang.OtpErlangBinary;
import com.ericsson.otp.erlang.OtpErlangBitstr;
import com.ericsson.otp.erlang.OtpErlangDecodeException;
import com.ericsson.otp.erlang.OtpErlangDouble;
import com.ericsson.otp.erlang.OtpErlangException;
import com.ericsson.otp.erlang.OtpErlangExternalFun;
import com.ericsson.otp.erlang.OtpErlangList;
import com.ericsson.otp.erlang.OtpErlangLong;
import com.ericsson.otp.erlang.OtpErlangMap;
import com.ericsson.otp.erlang.OtpErlangObject;
import com.ericsson.otp.erlang.OtpErlangString;
import com.ericsson.otp.erlang.OtpErlangTuple;
import com.ericsson.otp.erlang.OtpInputStream;
import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our terms as those of jinterface. */
final class TermEncoder {
  private TermEncoder() {}

  /**
   * The same value.
   *
   * @throws IllegalArgumentException for a term that no node can have
   */
  static OtpErlangObject object(Term term) {
    return switch (term) {
      case Term.Atom a -> new OtpErlangAtom(a.name());
      case Term.Int i -> new OtpErlangLong(i.value());
      case Term.Char c -> new OtpErlangLong(c.codePoint());
      case Term.Float f -> new OtpErlangDouble(f.value());
      case Term.Str s -> new OtpErlangString(s.value());
      case Term.Binary b -> binary(b.value());
      case Term.Tuple t -> new OtpErlangTuple(objects(t.elements()));
      case Term.ListTerm l -> list(l.elements(), l.tail());
      case Term.MapTerm m -> map(m.associations());
      case Term.Fun f -> new OtpErlangExternalFun(f.module(), f.function(), f.arity());
      case Term.Opaque o -> opaque(o.external());
      case Term.Missing m -> throw new IllegalArgumentException("a term is missing");
    };
  }

  static OtpErlangObject[] objects(List<? extends Term> terms) {
    return terms.stream().map(TermEncoder::object).toArray(OtpErlangObject[]::new);
  }

  private static OtpErlangObject binary(Bytes value) {
    return value.isWhole()
        ? new OtpErlangBinary(value.toByteArray())
        : new OtpErlangBitstr(value.toByteArray(), (int) (8 - value.bitSize() % 8));
  }

  private static OtpErlangObject list(List<Term> elements, @Nullable Term tail) {
    try {
      if (tail == null) {
        return new OtpErlangList(objects(elements));
      }
      return elements.isEmpty() ? object(tail) : new OtpErlangList(objects(elements), object(tail));
    } catch (OtpErlangException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * A node refuses a map that has a key twice, and to jinterface {@code "a"} and {@code [97]} are
   * two: the last one counts.
   */
  private static OtpErlangObject map(List<Term.Association> associations) {
    Map<TermValue.Key, Term> entries = new LinkedHashMap<>();
    associations.forEach(entry -> entries.put(new TermValue.Key(entry.key()), entry.value()));
    OtpErlangMap map = new OtpErlangMap();
    entries.forEach((key, value) -> map.put(object(key.term()), object(value)));
    return map;
  }

  private static OtpErlangObject opaque(Bytes external) {
    try {
      return new OtpInputStream(external.toByteArray()).read_any();
    } catch (OtpErlangDecodeException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
