package dev.enit.lsp.convert;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.enit.core.ide.token.SemanticToken.TokenModifier;
import dev.enit.core.ide.token.SemanticToken.TokenType;

/** The legend of the semantic tokens and the requests that the server supports for them. */
public final class TokenLegend {
  private TokenLegend() {}

  /** Returns the {@code semanticTokensProvider} of the server. */
  public static JsonObject provider() {
    JsonArray types = new JsonArray();
    for (TokenType type : TokenType.values()) {
      types.add(type.wire());
    }
    JsonArray modifiers = new JsonArray();
    for (TokenModifier modifier : TokenModifier.values()) {
      modifiers.add(modifier.wire());
    }
    JsonObject legend = new JsonObject();
    legend.add("tokenTypes", types);
    legend.add("tokenModifiers", modifiers);
    JsonObject full = new JsonObject();
    full.addProperty("delta", true);
    JsonObject provider = new JsonObject();
    provider.add("legend", legend);
    provider.add("full", full);
    provider.addProperty("range", true);
    return provider;
  }
}
