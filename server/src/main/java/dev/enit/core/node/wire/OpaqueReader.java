package dev.enit.core.node.wire;

import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;

/** Reads the values that no file can have: they keep their bytes, and have a text to be shown. */
final class OpaqueReader {
  private static final int DIGEST = 16;

  private final ByteSource in;
  private final TermReader terms;
  private final String home;

  OpaqueReader(ByteSource in, TermReader terms, String home) {
    this.in = in;
    this.terms = terms;
    this.home = home;
  }

  /**
   * The value behind a tag.
   *
   * @param start of the tag
   */
  Term read(int tag, int start) throws MalformedTerm {
    String text =
        switch (tag) {
          case Tag.NEW_PID, Tag.PID -> pid(tag);
          case Tag.NEW_PORT, Tag.PORT, Tag.V4_PORT -> port(tag);
          case Tag.NEWER_REFERENCE, Tag.NEW_REFERENCE -> reference(tag);
          case Tag.NEW_FUN -> function();
          default -> throw new MalformedTerm("no term: " + tag);
        };
    return new Term.Opaque(Terms.NOWHERE, text, Bytes.of(in.since(start)));
  }

  private String node() throws MalformedTerm {
    String node = terms.atom();
    return node.equals(home) ? "0" : TermPrinter.atom(node);
  }

  private void creation(boolean isLong) throws MalformedTerm {
    in.read(isLong ? 4 : 1);
  }

  private String pid(int tag) throws MalformedTerm {
    String node = node();
    String text = "<" + node + "." + unsigned() + "." + unsigned() + ">";
    creation(tag == Tag.NEW_PID);
    return text;
  }

  private String unsigned() throws MalformedTerm {
    return Integer.toUnsignedString(in.read4());
  }

  private String port(int tag) throws MalformedTerm {
    String node = node();
    String id = tag == Tag.V4_PORT ? Long.toUnsignedString(in.read8()) : unsigned();
    creation(tag != Tag.PORT);
    return "#Port<" + node + "." + id + ">";
  }

  /** Its numbers are shown from the last to the first. */
  private String reference(int tag) throws MalformedTerm {
    int count = in.read2();
    String node = node();
    creation(tag == Tag.NEWER_REFERENCE);
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < count; i++) {
      numbers.insert(0, "." + unsigned());
    }
    return "#Ref<" + node + numbers + ">";
  }

  private String function() throws MalformedTerm {
    in.length();
    in.read1();
    in.read(DIGEST);
    in.read4();
    int free = in.length();
    String module = terms.atom();
    String index = TermPrinter.print(terms.term());
    String unique = TermPrinter.print(terms.term());
    terms.term();
    for (int i = 0; i < free; i++) {
      terms.term();
    }
    return "#Fun<" + TermPrinter.atom(module) + "." + index + "." + unique + ">";
  }
}
