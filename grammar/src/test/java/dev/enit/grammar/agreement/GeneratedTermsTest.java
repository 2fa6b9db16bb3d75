package dev.enit.grammar.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that random terms, and files in which a token is wrong, are read as consult reads them. */
@Tag("node")
class GeneratedTermsTest {
  private static final int TERMS = 3000;
  private static final int MUTATIONS = 4000;
  private static final int TEXTS = Integer.getInteger("enit.texts", 4000);

  @Test
  void haveTheSameValues() throws Exception {
    TermText source = new TermText(20110509);
    List<String> differences = new ArrayList<>();
    try (Consult consult = new Consult()) {
      for (int i = 0; i < TERMS; i++) {
        compare(consult, source.write(source.tokens()), differences);
      }
    }
    assertEquals("", String.join("\n\n", differences));
  }

  @Test
  void areAcceptedOrRefusedAlikeWithATokenWrong() throws Exception {
    TermText source = new TermText(4161);
    List<String> differences = new ArrayList<>();
    try (Consult consult = new Consult()) {
      for (int i = 0; i < MUTATIONS; i++) {
        List<String> tokens = new ArrayList<>(source.tokens());
        tokens.addAll(source.tokens());
        compare(consult, source.write(source.mutate(tokens)), differences);
      }
    }
    assertEquals("", String.join("\n\n", differences));
  }

  @Test
  void areAcceptedOrRefusedAlikeWhateverTheirCharacters() throws Exception {
    TermText source = new TermText(26273);
    List<String> differences = new ArrayList<>();
    try (Consult consult = new Consult()) {
      for (int i = 0; i < TEXTS; i++) {
        compare(consult, source.characters(), differences);
      }
    }
    assertEquals("", String.join("\n\n", differences));
  }

  private static void compare(Consult consult, String text, List<String> differences) {
    if (differences.size() > 20) {
      return;
    }
    String difference = Agreement.difference(consult, text);
    if (!difference.isEmpty()) {
      differences.add(text + "\n" + difference);
    }
  }
}
