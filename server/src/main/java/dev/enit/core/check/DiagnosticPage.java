package dev.enit.core.check;

import dev.enit.core.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page of a code: a header with all texts of its diagnostics, {@code key: text} between two
 * lines of {@code ---}, followed by the explanation in Markdown.
 */
public final class DiagnosticPage {
  private static final String RULE = "---\n";
  private static final Map<String, DiagnosticPage> LOADED = new ConcurrentHashMap<>();
  private final String id;
  private final Map<String, String> texts;
  private final String body;

  private DiagnosticPage(String id, Map<String, String> texts, String body) {
    this.id = id;
    this.texts = texts;
    this.body = body;
  }

  /**
   * Returns the page of a code, loaded at its first use.
   *
   * @throws IllegalStateException if there is none, or if it has no header
   */
  static DiagnosticPage of(String id) {
    return LOADED.computeIfAbsent(id, DiagnosticPage::load);
  }

  private static DiagnosticPage load(String id) {
    String page = resource("/diagnostics/" + id + ".md");
    int end = page.indexOf("\n" + RULE, RULE.length());
    if (!page.startsWith(RULE) || end < 0) {
      throw new IllegalStateException("no header in the page of " + id);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (String line : page.substring(RULE.length(), end).split("\n", -1)) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        texts.put(line.substring(0, colon), line.substring(colon + 2).strip());
      }
    }
    return new DiagnosticPage(id, texts, page.substring(end + 1 + RULE.length()).strip());
  }

  /** Returns a few words that name the mistake. */
  public String title() {
    return text("title", List.of());
  }

  /** Returns the explanation, in Markdown. */
  public String body() {
    return body;
  }

  /** Returns the text of a key, with its arguments. */
  public String text(String key, List<String> arguments) {
    String pattern = texts.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no " + key + " on the page of " + id);
    }
    return Messages.fill(pattern, arguments.toArray());
  }

  /** Returns the keys of the header, for the test that compares them with the checks. */
  public List<String> keys() {
    return List.copyOf(texts.keySet());
  }

  private static String resource(String name) {
    try (InputStream in = DiagnosticPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no page " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
