package dev.enit.core.ide.token;

import dev.enit.core.config.NodeKey;
import dev.enit.core.config.SecretKeys;
import dev.enit.core.ide.CursorPlace;
import dev.enit.core.ide.CursorPlace.ApplicationName;
import dev.enit.core.ide.CursorPlace.ExtensionName;
import dev.enit.core.ide.CursorPlace.PropertyName;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.CursorPlace.SectionName;
import dev.enit.core.ide.CursorPlace.SettingKey;
import dev.enit.core.ide.NamedPlaces;
import dev.enit.core.ide.token.SemanticToken.TokenModifier;
import dev.enit.core.ide.token.SemanticToken.TokenType;
import dev.enit.core.parameter.Parameters;
import dev.enit.core.parameter.Parameters.Parameter;
import dev.enit.grammar.parse.SourceTokens;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a form, from nothing but the form itself: they stay what they are for as long as it
 * keeps its tree, wherever it moves.
 */
public final class SemanticTokens {
  private final Form form;

  /** By where they start, in offsets of the file. */
  private final Map<Integer, CursorPlace> names = new HashMap<>();

  /** Values that are secrets, by where they start; they lie apart. */
  private final TreeMap<Integer, Span> secrets = new TreeMap<>();

  private SemanticTokens(Form form) {
    this.form = form;
  }

  /**
   * The tokens of a form, in its order; brackets, separators and operators are none.
   *
   * @param path of the file: it says whether the form is part of a specification
   * @param text of the file
   */
  public static List<SemanticToken> of(Path path, Form form, String text) {
    SemanticTokens tokens = new SemanticTokens(form);
    NamedPlaces.of(path, form, tokens::note);
    return tokens.in(text);
  }

  /** The comments in a part of a text that is outside of all forms. */
  public static List<SemanticToken> comments(String text, Span part) {
    if (text.indexOf('%', part.start(), part.end()) < 0) {
      return List.of();
    }
    return SourceTokens.of(part.in(text)).stream()
        .filter(token -> token.kind() == SourceTokens.Kind.COMMENT)
        .map(token -> token(token.span().shift(part.start()), TokenType.COMMENT))
        .toList();
  }

  private void note(CursorPlace place) {
    names.put(place.span().start(), place);
    if (place instanceof SettingKey key
        && SecretKeys.COMMON.isSecret(key.application(), key.key())) {
      List<Term> path = TermPath.to(form.tree(), form.relative(key.span().start())).terms();
      if (path.size() > 1
          && path.get(path.size() - 2) instanceof Term.Tuple(var _, var pair)
          && pair.size() > 1) {
        Span secret = form.absolute(pair.get(1));
        secrets.put(secret.start(), secret);
      }
    }
  }

  private List<SemanticToken> in(String text) {
    List<SemanticToken> tokens = new ArrayList<>();
    for (SourceTokens.Token token : SourceTokens.of(form.span().in(text))) {
      Span span = form.absolute(token.span());
      SemanticToken named = named(span);
      if (named != null) {
        tokens.add(named);
      } else {
        plain(token.kind(), span, tokens);
      }
    }
    return tokens;
  }

  private @Nullable SemanticToken named(Span span) {
    CursorPlace place = names.get(span.start());
    if (place == null || !place.span().equals(span)) {
      return isTag(span) ? token(span, TokenType.KEYWORD) : null;
    }
    return switch (place) {
      case ReleaseName _, ExtensionName _ ->
          token(span, TokenType.CLASS, TokenModifier.DECLARATION);
      case SectionName section -> section(section);
      case ApplicationName _ -> token(span, TokenType.NAMESPACE);
      case PropertyName _ -> token(span, TokenType.PROPERTY);
      case SettingKey key -> new SemanticToken(span, TokenType.PROPERTY, modifiers(key));
      default -> null;
    };
  }

  /** Returns whether something is the first word of a release or an extension. */
  private boolean isTag(Span span) {
    return form.term() instanceof Term.Tuple(var _, var elements)
        && elements.size() > 1
        && form.absolute(elements.getFirst()).equals(span)
        && (names.get(form.absolute(elements.get(1)).start()) instanceof ReleaseName
            || names.get(form.absolute(elements.get(1)).start()) instanceof ExtensionName);
  }

  private static SemanticToken section(SectionName section) {
    Set<TokenModifier> modifiers = EnumSet.of(TokenModifier.DECLARATION);
    if (section.application().equals(NodeKey.SECTION)) {
      modifiers.add(TokenModifier.NODE);
    }
    return new SemanticToken(section.span(), TokenType.NAMESPACE, modifiers);
  }

  private static Set<TokenModifier> modifiers(SettingKey key) {
    Set<TokenModifier> modifiers = EnumSet.noneOf(TokenModifier.class);
    if (key.isNode()) {
      modifiers.add(TokenModifier.NODE);
    }
    boolean obsolete =
        key.isNode()
            ? key.key().equals(NodeKey.SMP.key())
            : Parameters.find(key.application(), key.key())
                .flatMap(Parameter::obsolete)
                .isPresent();
    if (obsolete) {
      modifiers.add(TokenModifier.DEPRECATED);
    }
    return modifiers;
  }

  private void plain(SourceTokens.Kind kind, Span span, List<SemanticToken> tokens) {
    TokenType type =
        switch (kind) {
          case COMMENT -> TokenType.COMMENT;
          case ATOM -> TokenType.ENUM_MEMBER;
          case INTEGER, FLOAT -> TokenType.NUMBER;
          case STRING, SIGIL, CHARACTER -> TokenType.STRING;
          case FUN -> TokenType.KEYWORD;
          case VARIABLE -> TokenType.VARIABLE;
          default -> null;
        };
    if (type == null) {
      return;
    }
    Map.Entry<Integer, Span> near = secrets.floorEntry(span.start());
    boolean secret = type != TokenType.COMMENT && near != null && near.getValue().contains(span);
    // The kind of a secret's value is secret too.
    tokens.add(secret ? token(span, TokenType.STRING, TokenModifier.SECRET) : token(span, type));
  }

  private static SemanticToken token(Span span, TokenType type, TokenModifier... modifiers) {
    return new SemanticToken(span, type, Set.of(modifiers));
  }
}
