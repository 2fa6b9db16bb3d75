package dev.enit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.otp.AppGraph;
import dev.enit.core.otp.WrittenApps;
import dev.enit.core.report.StartTree.Entry;
import dev.enit.core.report.StartTree.Reason;
import dev.enit.core.report.StartTree.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests the tree of applications that need each other in a long chain. */
class StartTreeTest {
  @Test
  void aLongChainIsShownInShortLines() {
    int length = 30_000;
    List<Row> rows = StartTree.of(chain(length), List.of(new Entry("a0", Reason.LISTED)));
    assertEquals(length, rows.size());
    assertEquals("└─ ", rows.getFirst().branches());
    assertEquals(" ".repeat(3) + "└─ ", rows.get(1).branches());
    assertEquals(" ".repeat(120) + "└─ ", rows.get(40).branches());
    assertEquals("[41] └─ ", rows.get(41).branches());
    assertEquals("[29999] └─ ", rows.getLast().branches());
    assertEquals("a29999", rows.getLast().name());
    assertTrue(rows.stream().allMatch(row -> row.branches().length() <= 123));
  }

  private static AppGraph chain(int length) {
    return AppGraph.of(
        List.of("a0"),
        name -> {
          int next = Integer.parseInt(name.substring(1)) + 1;
          List<String> needs = next < length ? List.of("a" + next) : List.of();
          return Optional.of(WrittenApps.app(name, needs, List.of(), List.of()));
        });
  }
}
