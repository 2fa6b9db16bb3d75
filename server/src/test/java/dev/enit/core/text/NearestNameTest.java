package dev.enit.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NearestNameTest {
  private static final List<String> NAMES =
      List.of("kernel", "stdlib", "sasl", "ssl", "runtime_tools", "relex_application");

  @Test
  void aSlipOfTheFingersIsNear() {
    assertEquals(Optional.of("runtime_tools"), NearestName.one("runtime_tolls", NAMES));
    assertEquals(Optional.of("kernel"), NearestName.one("kernal", NAMES));
    assertEquals(Optional.of("stdlib"), NearestName.one("sdtlib", NAMES));
    assertEquals(Optional.of("sasl"), NearestName.one("SASL", NAMES));
  }

  @Test
  void aPartOfANameIsNear() {
    assertEquals(Optional.of("relex_application"), NearestName.one("relex", NAMES));
  }

  @Test
  void anotherWordIsNotNear() {
    assertEquals(Optional.empty(), NearestName.one("mnesia", NAMES));
    assertEquals(Optional.empty(), NearestName.one("", NAMES));
  }

  @Test
  void theNearestComesFirstAndEqualsByName() {
    assertEquals(List.of("ssl", "sasl"), NearestName.some("ssl", NAMES));
    assertEquals(
        List.of("ab1", "ab2", "ab3"), NearestName.some("ab", List.of("ab4", "ab3", "ab2", "ab1")));
  }

  @Test
  void aSwapOfNeighboursIsOneChange() {
    assertEquals(1, NearestName.distance("sals", "sasl"));
    assertEquals(3, NearestName.distance("kitten", "sitting"));
  }
}
