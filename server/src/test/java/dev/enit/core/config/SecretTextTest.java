package dev.enit.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTextTest {
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
        "{cookie \"monster\"}",
        "{cookie: monster}",
        "{cookei, \"monster\"}",
        "cookie, \"monster\"}",
        "{cookie, \"monster\n",
        "{node, [{\"monster\"}]}.",
        "{node, [{nodename, \"shop\"}, monster]}.",
        "{shop, [{pool, [{size, 5}, {db_password, \"monster\"}]}]}.",
        "{shop, [{url, \"https://me:monster@host/\"}]}.",
        "{shop, [{opts, #{api_key => \"monster\"}}]}.",
      })
  void aSecretIsHidden(String text) {
    assertEquals(text.replace("monster", Cookie.MASK), SecretText.hidden(SecretKeys.COMMON, text));
  }

  @Test
  void theMaskDoesNotTellTheLength() {
    assertEquals(
        SecretText.hidden(SecretKeys.COMMON, "{cookie, \"mon\"}"),
        SecretText.hidden(SecretKeys.COMMON, "{cookie, \"monstermonster\"}"));
  }

  @Test
  void otherTextStays() {
    String text =
        """
        %% the cookie, if any, is secret
        {a, cookie}. {shop, [{limit, 5}, {url, "https://host:8080/@x"}]}.
        {node, [cookie, {smp, auto}, {stop_timout, 60000}]}.
        """;
    assertEquals(text, SecretText.hidden(SecretKeys.COMMON, text));
  }

  @Test
  void wordsOfAMessageStay() {
    assertEquals(
        "`********` is a string, `limit` is not",
        SecretText.masked("`monster` is a string, `limit` is not", Set.of("monster")));
  }
}
