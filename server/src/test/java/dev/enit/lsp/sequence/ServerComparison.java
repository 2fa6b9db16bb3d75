package dev.enit.lsp.sequence;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.enit.lsp.RequestCorpus.Question;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The comparison of an editor whose server has run long with one whose server knows only the texts.
 */
record ServerComparison(SequenceEditor old, SequenceEditor fresh) {
  private static final int CANCELLED = -32800;

  /** Returns what is wrong with an answer of the old one. */
  Optional<String> answer(Question question, JsonElement answer) {
    if (answer instanceof JsonObject error
        && error.has("code")
        && error.get("code").getAsString().equals("" + CANCELLED)) {
      return Optional.empty();
    }
    JsonElement expected =
        SequenceEditor.result(fresh.server().request(question.method(), question.params()));
    String is = plain(String.valueOf(answer));
    String should = plain(String.valueOf(expected));
    return is.equals(should)
        ? Optional.empty()
        : Optional.of(question.method() + " " + question.params() + difference(is, should));
  }

  /** Two texts from shortly before where they differ. */
  private static String difference(String is, String should) {
    int same = 0;
    while (same < Math.min(is.length(), should.length())
        && is.charAt(same) == should.charAt(same)) {
      same++;
    }
    int from = Math.max(0, same - 300);
    return "\n  old:   …%s\n  fresh: …%s".formatted(brief(is, from), brief(should, from));
  }

  private static String brief(String text, int from) {
    return text.substring(Math.min(from, text.length()), Math.min(from + 700, text.length()));
  }

  /** Returns what is wrong with what the old one shows. */
  Optional<String> screens() {
    String errors = old.server().errors() + fresh.server().errors();
    if (!errors.isEmpty()) {
      return Optional.of(errors);
    }
    old.settle();
    old.virtual().forEach(fresh::show);
    fresh.settle();
    Map<String, String> is = new TreeMap<>(old.screen());
    Map<String, String> should = new TreeMap<>(fresh.screen());
    TreeSet<String> names = new TreeSet<>(is.keySet());
    names.addAll(should.keySet());
    for (String name : names) {
      String one = plain(is.getOrDefault(name, "nothing"));
      String other = plain(should.getOrDefault(name, "nothing"));
      if (!one.equals(other)) {
        return Optional.of("shown: " + name + difference(one, other));
      }
    }
    return Optional.empty();
  }

  /** Without what is another each time: fresh cookies and result ids. */
  private static String plain(String answer) {
    return answer
        .replaceAll("\\b[a-zA-Z0-9]{32}\\b", "FRESH-COOKIE")
        .replaceAll("\"resultId\":\"[^\"]*\"", "\"resultId\":\"ID\"");
  }
}
