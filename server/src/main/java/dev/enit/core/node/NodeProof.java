package dev.enit.core.node;

import dev.enit.core.config.NodeText;
import dev.enit.core.node.wire.BadRpc;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.NodeClient;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a connected node itself says of its identity. It is asked before anything else, in one
 * request that needs nothing but the kernel and leaves nothing behind.
 *
 * @param pid of its process, as the node sees it
 */
record NodeProof(NodeArguments arguments, OptionalLong pid) {
  private static final Term.Fun APPLY = new Term.Fun(Span.at(0), "erlang", "apply", 3);

  /**
   * Asks a node.
   *
   * @throws BadRpc where it cannot say
   */
  static NodeProof of(NodeClient node, Deadline deadline) throws UnreachableException, BadRpc {
    List<Term> calls =
        List.of(
            APPLY,
            WireTerms.list(List.of(WireTerms.atom("init"), WireTerms.atom("os"))),
            WireTerms.list(List.of(WireTerms.atom("get_arguments"), WireTerms.atom("getpid"))),
            WireTerms.list(List.of(WireTerms.NIL, WireTerms.NIL)));
    Term answer = node.call("lists", "zipwith3", calls, deadline);
    if (!(answer instanceof Term.ListTerm list) || list.elements().size() != 2) {
      throw new BadRpc(answer);
    }
    return new NodeProof(
        NodeArguments.of(flags(list.elements().getFirst())),
        pid(NodeText.of(list.elements().getLast()).orElse("")));
  }

  private static OptionalLong pid(String text) {
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  private static Map<String, List<String>> flags(Term arguments) {
    Map<String, List<String>> flags = new HashMap<>();
    List<Term> all = arguments instanceof Term.ListTerm list ? list.elements() : List.of();
    for (Term each : all) {
      if (each instanceof Term.Tuple(var _, var pair)
          && pair.size() == 2
          && pair.getFirst() instanceof Term.Atom flag
          && pair.getLast() instanceof Term.ListTerm values) {
        flags.putIfAbsent(
            flag.name(),
            values.elements().stream()
                .map(value -> decoded(NodeText.of(value).orElse("")))
                .toList());
      }
    }
    return flags;
  }

  /** A node whose locale has no encoding takes each byte of an argument for a character. */
  private static String decoded(String text) {
    if (text.chars().allMatch(c -> c < 0x80) || !text.chars().allMatch(c -> c < 0x100)) {
      return text;
    }
    try {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }
}
