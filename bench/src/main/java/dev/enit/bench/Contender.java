package dev.enit.bench;

import java.util.List;
import java.util.Optional;

/**
 * A language server that is measured.
 *
 * @param settings sent once it is initialized
 */
record Contender(String name, List<String> command, Optional<String> settings) {
  /** A description for every key, so that a hover has something to say. */
  private static final String SCHEMA =
      """
      {"json": {"validate": {"enable": true}, "schemas": [{"fileMatch": ["*.json"], "schema":
        {"type": "object", "additionalProperties": {"$ref": "#/definitions/any"},
         "definitions": {"any": {"description": "A setting of the site, or several of them.",
           "additionalProperties": {"$ref": "#/definitions/any"}}}}}]}}
      """;

  static Contender enit(String program) {
    return new Contender("enit", List.of(program, "lsp"), Optional.empty());
  }

  /** Returns the JSON server of VS Code. */
  static Contender json(String program) {
    return new Contender("json", List.of(program, "--stdio"), Optional.of(SCHEMA));
  }
}
