package dev.enit.core.node.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.node.EmulatorNode;
import dev.enit.core.node.TestEpmd;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import dev.enit.grammar.term.TermValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the external term format against a node that parses, compares and encodes terms itself. */
@Tag("node")
final class ExternalTermTest {
  private static final Path TERMS = Path.of("src/test/resources/core/external-terms.txt");
  private static TestEpmd epmd;
  private static EmulatorNode node;
  private static NodeClient client;

  @BeforeAll
  static void start() throws Exception {
    epmd = TestEpmd.start();
    node = EmulatorNode.start(epmd);
    client = NodeClient.connect(node.name(), EmulatorNode.COOKIE, node.network(), soon());
  }

  @AfterAll
  static void end() {
    client.close();
    node.close();
    epmd.close();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30));
  }

  /** The node reads the same text, compares with what it got from here, and sends its own back. */
  @Test
  void mean() throws Exception {
    for (Form form : TermParser.parse(Files.readString(TERMS)).forms()) {
      Term ours = Objects.requireNonNull(form.term());
      String text = TermPrinter.print(ours);
      Term theirs = parsed(text);
      assertTrue(TermValue.same(ours, theirs), text);
      Term same = client.call("erlang", "=:=", List.of(ours, theirs), soon());
      assertEquals("true", TermPrinter.print(same), text);
      Term bytes = client.call("erlang", "term_to_binary", List.of(ours), soon());
      assertTrue(TermValue.same(ours, decode(bytes)), text);
      assertEquals("true", TermPrinter.print(compareEncoded(ours, theirs)), text);
    }
  }

  private static Term parsed(String text) throws Exception {
    Term.Tuple tokens =
        (Term.Tuple) client.call("erl_scan", "string", List.of(text(text + ".")), soon());
    Term.Tuple parsed =
        (Term.Tuple)
            client.call("erl_parse", "parse_term", List.of(tokens.elements().get(1)), soon());
    return parsed.elements().get(1);
  }

  private static Term compareEncoded(Term ours, Term theirs) throws Exception {
    Term binary = WireTerms.bytes(ExternalTerm.encode(ours));
    Term decoded = client.call("erlang", "binary_to_term", List.of(binary), soon());
    return client.call("erlang", "=:=", List.of(decoded, theirs), soon());
  }

  private static Term decode(Term binary) throws MalformedTerm {
    return ExternalTerm.decode(((Term.Binary) binary).value().toByteArray(), node.name().full());
  }

  @Test
  void valuesOfARunningNodeComeBackAsTheyWere() throws Exception {
    for (List<String> call :
        List.of(
            List.of("erlang", "self", "<0\\.\\d+\\.\\d+>"),
            List.of("erlang", "make_ref", "#Ref<0(\\.\\d+)+>"),
            List.of("erlang", "group_leader", "<0\\.\\d+\\.\\d+>"),
            List.of("erlang", "ports", "\\[#Port<0\\.\\d+>.*"))) {
      assertComesBack(client.call(call.get(0), call.get(1), List.of(), soon()), call.get(2));
    }
    Term.Tuple tokens =
        (Term.Tuple) client.call("erl_scan", "string", List.of(text("fun(X) -> X end.")), soon());
    Term.Tuple parsed =
        (Term.Tuple)
            client.call("erl_parse", "parse_exprs", List.of(tokens.elements().get(1)), soon());
    Term.Tuple value =
        (Term.Tuple)
            client.call(
                "erl_eval", "exprs", List.of(parsed.elements().get(1), WireTerms.NIL), soon());
    assertComesBack(value.elements().get(1), "#Fun<erl_eval\\.\\d+\\.\\d+>");
  }

  private static void assertComesBack(Term value, String shown) throws Exception {
    String text = TermPrinter.print(value);
    assertTrue(text.matches(shown), text);
    List<Term> arguments = List.of(WireTerms.integer(1), WireTerms.tuple(value));
    assertTrue(TermValue.same(value, client.call("erlang", "element", arguments, soon())), text);
  }

  private static Term text(String text) {
    return new Term.Str(WireTerms.NOWHERE, text);
  }

  @Test
  void ourProcessIsThatOfAHiddenNode() throws Exception {
    Term hidden = client.call("erlang", "nodes", List.of(WireTerms.atom("hidden")), soon());
    assertTrue(TermPrinter.print(hidden).matches("\\['enit-\\d+@[^']+']"));
    List<String> messages = new ArrayList<>();
    client.call(
        "erlang",
        "send",
        List.of(client.self(), WireTerms.atom("hello")),
        message -> messages.add(TermPrinter.print(message)),
        soon());
    assertEquals(List.of("hello"), messages);
  }

  @Test
  void bytesThatAreNoTermAreRefused() {
    byte[] unknownTag = {(byte) 131, 1};
    assertThrows(MalformedTerm.class, () -> ExternalTerm.decode(unknownTag, "n@h"));
  }

  /** A length or an arity allocates nothing before the bytes have arrived. */
  @Test
  void falseLengthsAreRefused() {
    for (int tag : List.of(105, 108, 109, 111, 116, 77)) {
      for (byte most : new byte[] {127, -1}) {
        byte[] term = {(byte) 131, (byte) tag, most, -1, -1, -1, 106};
        assertThrows(MalformedTerm.class, () -> ExternalTerm.decode(term, "n@h"), "" + tag);
      }
    }
  }

  @Test
  void deepNestingIsRefused() {
    byte[] deep = new byte[2 * 100_000 + 1];
    Arrays.fill(deep, (byte) 104);
    deep[0] = (byte) 131;
    for (int i = 2; i < deep.length; i += 2) {
      deep[i] = 1;
    }
    assertThrows(MalformedTerm.class, () -> ExternalTerm.decode(deep, "n@h"));
  }

  @Test
  void whatIsNoTermIsNotWritten() {
    Term missing = new Term.Missing(WireTerms.NOWHERE);
    assertThrows(IllegalArgumentException.class, () -> ExternalTerm.encode(missing));
    Term atom = WireTerms.atom("å".repeat(256));
    assertThrows(IllegalArgumentException.class, () -> ExternalTerm.encode(atom));
    byte[] longest = ExternalTerm.encode(WireTerms.atom("å".repeat(255)));
    assertEquals(4 + "å".repeat(255).getBytes(StandardCharsets.UTF_8).length, longest.length);
  }
}
