package dev.enit.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{node, [{cookie, \"monster\"}]}.",
        "{cookie, 'monster'}",
        "{ cookie , monster}",
        "{'cookie',<<\"monster\">>}",
        "{\"cookie\", monster}",
        "{cookie, [\"monster\"]}",
        "{cookie,\n  \"monster\"}",
        "{cookie, \"mon\\\"ster\"}",
        "{cookie \"monster\"}",
        "cookie, \"monster\"}",
        "{cookie, \"monster\n",
      })
  void theValueOfACookieIsHidden(String text) {
    String hidden = text.replace("monster", "*******").replace("mon\\\"ster", "****\"****");
    assertEquals(hidden, Secrets.masked(text));
  }

  @Test
  void otherTextStays() {
    String text =
        """
        %% the cookie, if any, is secret
        {cookies, "all"}. {a, cookie}. {fortune_cookie, x}. {node, [cookie, {smp, auto}]}.
        """;
    assertEquals(text, Secrets.masked(text));
  }
}
