package dev.enit.core.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.otp.OtpLocator;
import dev.enit.core.parameter.Parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that the catalogue of parameters is complete and valid. */
class ParametersTest {

  @TestFactory
  List<DynamicTest> everyParameterSaysWhatItTakesAndMeans() {
    return Parameters.APPLICATIONS.stream()
        .map(app -> DynamicTest.dynamicTest(app, () -> check(Parameters.of(app))))
        .toList();
  }

  private static void check(Map<String, Parameter> parameters) {
    assertFalse(parameters.isEmpty());
    parameters.forEach(
        (key, parameter) -> {
          assertFalse(parameter.type().isEmpty(), key);
          assertTrue(parameter.meaning().endsWith("."), key);
          assertFalse(parameter.kind() == TakesEffect.Kind.UNKNOWN, key);
        });
  }

  @Test
  void coversWhatOtpDocuments() {
    assertEquals(47, Parameters.of("kernel").size());
    assertEquals(14, Parameters.of("stdlib").size());
    assertEquals(13, Parameters.of("sasl").size());
    assertEquals(
        Optional.of("seconds"), Parameters.find("kernel", "net_ticktime").orElseThrow().unit());
  }

  @Test
  void knowsEveryKeyThatTheApplicationsOfTheInstalledOtpSetThemselves() {
    OtpIndex otp =
        OtpIndex.scan(
            OtpLocator.locate(Optional.empty(), System.getenv().getOrDefault("PATH", "")),
            List.of());
    for (String app : Parameters.APPLICATIONS) {
      assertTrue(
          Parameters.of(app)
              .keySet()
              .containsAll(otp.appFile(app).map(AppFile::defaults).orElse(Map.of()).keySet()),
          app);
    }
  }

  @Test
  void nothingIsKnownOfOtherApplications() {
    assertEquals(Map.of(), Parameters.of("../messages"));
    assertEquals(Optional.empty(), Parameters.find("kernel", "no_such_key"));
  }
}
