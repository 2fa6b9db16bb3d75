package dev.enit.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SecretsTest {
  @Test
  void theValueOfACookieIsHiddenHoweverItIsWritten() {
    assertEquals(
        "{node, [{cookie, \"*******\"}]}.", Secrets.masked("{node, [{cookie, \"monster\"}]}."));
    assertEquals("{cookie, '*******'}", Secrets.masked("{cookie, 'monster'}"));
    assertEquals("{cookie, *******}", Secrets.masked("{cookie, monster}"));
    assertEquals("{'cookie',<<\"*******\">>}", Secrets.masked("{'cookie',<<\"monster\">>}"));
    assertEquals("{cookie,\n  \"*******\"}", Secrets.masked("{cookie,\n  \"monster\"}"));
    assertEquals("{cookie, \"********\"}", Secrets.masked("{cookie, \"mon\\\"ter\"}"));
  }

  @Test
  void alsoWhereTheFileIsBroken() {
    assertEquals("{cookie \"*******\"}", Secrets.masked("{cookie \"monster\"}"));
    assertEquals("{cookie, \"*******\n", Secrets.masked("{cookie, \"monster\n"));
  }

  @Test
  void otherWordsStay() {
    String text =
        "%% the cookie, if any, is secret\n{cookies, \"all\"}. {a, cookie}. {fortune_cookie, x}.";
    assertEquals(text, Secrets.masked(text));
  }
}
