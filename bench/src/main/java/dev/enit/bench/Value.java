package dev.enit.bench;

import java.util.List;

/** Made-up configuration values that Erlang terms and JSON can both hold. */
sealed interface Value {
  record Number(long value) implements Value {}

  record Flag(boolean value) implements Value {}

  record Text(String value) implements Value {}

  record Items(List<Value> values) implements Value {}

  record Properties(List<Property> properties) implements Value {}

  record Property(String key, Value value) {}
}
