package dev.enit.core.ide.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.TextCase;
import dev.enit.core.ide.token.SemanticToken.TokenType;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests every file of {@code core/tokens}: a text, and the semantic tokens of it. */
class SemanticTokensTest {
  @TestFactory
  Stream<DynamicTest> tokens() {
    return TextCase.tests("core/tokens", SemanticTokensTest::answer);
  }

  private static String answer(TextCase test) {
    Map.Entry<String, String> file = test.inputs().entrySet().iterator().next();
    List<String> lines = new ArrayList<>();
    for (SemanticToken token : tokens(Path.of(file.getKey()), file.getValue())) {
      StringBuilder line =
          new StringBuilder(token.span().in(file.getValue()).replace("\n", "⏎"))
              .append("  ")
              .append(token.type().wire());
      token.modifiers().stream().sorted().forEach(m -> line.append('.').append(m.wire()));
      lines.add(line.toString());
    }
    return TextCase.lines(lines);
  }

  private static List<SemanticToken> tokens(Path path, String text) {
    TermFile file = TermParser.parse(text);
    List<SemanticToken> tokens = new ArrayList<>();
    int from = 0;
    for (Form form : file.forms()) {
      tokens.addAll(SemanticTokens.comments(text, new Span(from, form.start())));
      tokens.addAll(SemanticTokens.of(path, form, text));
      from = form.end();
    }
    tokens.addAll(SemanticTokens.comments(text, new Span(from, text.length())));
    return tokens;
  }

  @Test
  void tokensFollowEachOtherInEveryBrokenText() {
    String text =
        """
        %% a
        {node, [{cookie, "a" "b"}, {smp, 'x]}. % b
        {extension, 'e f', [{applications, [a, B, $c, fun m:f/1]}]}.
        """;
    for (int at = 0; at < text.length(); at++) {
      String broken = text.substring(0, at) + text.substring(at + 1);
      int behind = 0;
      for (SemanticToken token : tokens(Path.of("a.config"), broken)) {
        assertTrue(token.span().start() >= behind && !token.span().isEmpty(), broken);
        behind = token.span().end();
      }
    }
  }

  @Test
  void namesInTheProtocolAreUnique() {
    assertEquals(
        TokenType.values().length,
        Stream.of(TokenType.values()).map(TokenType::wire).distinct().count());
  }
}
