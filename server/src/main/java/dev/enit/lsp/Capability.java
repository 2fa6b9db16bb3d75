package dev.enit.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.enit.lsp.convert.ClientCapabilities;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The server capability that announces a method.
 *
 * @param name the member of {@code ServerCapabilities}; {@code null} for a method that needs none
 * @param options returns the value of the member for a client, or {@code null} to leave it out
 */
record Capability(
    @Nullable String name, Function<ClientCapabilities, @Nullable JsonElement> options) {

  /** A method that is always available: every server has it, or it is an extension of enit. */
  static final Capability NONE = new Capability(null, _ -> null);

  /** Returns a capability without options. */
  static Capability of(String name) {
    return new Capability(name, _ -> new JsonPrimitive(true));
  }

  /** Returns a capability with options. */
  static Capability of(String name, Function<ClientCapabilities, @Nullable JsonElement> options) {
    return new Capability(name, options);
  }

  /** Returns the capability of a method that another method with this capability announces. */
  static Capability within(String name) {
    return new Capability(name, _ -> null);
  }
}
