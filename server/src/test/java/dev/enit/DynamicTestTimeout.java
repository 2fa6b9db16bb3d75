package dev.enit;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;

/**
 * The time limit of a dynamic test, {@code enit.dynamic.test.timeout}. JUnit limits only the method
 * that makes them.
 */
public final class DynamicTestTimeout implements InvocationInterceptor {
  @Override
  public void interceptDynamicTest(
      Invocation<Void> test, DynamicTestInvocationContext dynamic, ExtensionContext context)
      throws Throwable {
    Optional<String> mode =
        context.getConfigurationParameter("junit.jupiter.execution.timeout.mode");
    Optional<Duration> limit =
        context.getConfigurationParameter("enit.dynamic.test.timeout", Duration::parse);
    if (limit.isEmpty() || mode.equals(Optional.of("disabled"))) {
      test.proceed();
    } else {
      assertTimeoutPreemptively(limit.get(), test::proceed);
    }
  }
}
