package dev.enit.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NearestTest {
  private static final List<String> NAMES =
      List.of("kernel", "stdlib", "sasl", "ssl", "runtime_tools", "relex_application");

  @Test
  void aSlipOfTheFingersIsNear() {
    assertEquals(Optional.of("runtime_tools"), Nearest.one("runtime_tolls", NAMES));
    assertEquals(Optional.of("kernel"), Nearest.one("kernal", NAMES));
    assertEquals(Optional.of("stdlib"), Nearest.one("sdtlib", NAMES));
    assertEquals(Optional.of("sasl"), Nearest.one("SASL", NAMES));
  }

  @Test
  void aPartOfANameIsNear() {
    assertEquals(Optional.of("relex_application"), Nearest.one("relex", NAMES));
  }

  @Test
  void anotherWordIsNotNear() {
    assertEquals(Optional.empty(), Nearest.one("mnesia", NAMES));
    assertEquals(Optional.empty(), Nearest.one("", NAMES));
  }

  @Test
  void theNearestComesFirstAndEqualsByName() {
    assertEquals(List.of("ssl", "sasl"), Nearest.some("ssl", NAMES));
    assertEquals(
        List.of("ab1", "ab2", "ab3"), Nearest.some("ab", List.of("ab4", "ab3", "ab2", "ab1")));
  }

  @Test
  void aSwapOfNeighboursIsOneChange() {
    assertEquals(1, Nearest.distance("sals", "sasl"));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
  }
}
