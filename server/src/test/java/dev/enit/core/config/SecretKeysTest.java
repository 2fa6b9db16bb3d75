package dev.enit.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretKeysTest {
  @ParameterizedTest
  @CsvSource({
    "node, cookie, true",
    "node, nodename, false",
    "node, password, false",
    "shop, password, true",
    "shop, db_password, true",
    "shop, dbPassword, true",
    "shop, 'Smtp-Password', true",
    "shop, api_key, true",
    "shop, private_keys, true",
    "shop, primary_key, false",
    "shop, key, false",
    "shop, access_token, true",
    "shop, cookies, true",
    "shop, passive, false",
    "shop, tokenizer, false",
    "shop, '', false"
  })
  void byName(String application, String key, boolean secret) {
    assertEquals(secret, SecretKeys.COMMON.isSecret(application, key));
  }
}
