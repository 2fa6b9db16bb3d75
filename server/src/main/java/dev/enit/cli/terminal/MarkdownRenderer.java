package dev.enit.cli.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A renderer of Markdown for terminals, as far as the pages use it: headings, code, links,
 * emphasis.
 */
public final class MarkdownRenderer {
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
  private static final Pattern INLINE =
      Pattern.compile(
          "`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\*([^*\\s][^*]*)\\*|\\[([^\\]]+)\\]\\(([^)]+)\\)");
  private static final String CODE_INDENT = "    ";

  private final Style style;
  private final StringBuilder out = new StringBuilder();
  private boolean inCode;

  private MarkdownRenderer(Style style) {
    this.style = style;
  }

  public static String render(String markdown, Style style) {
    MarkdownRenderer renderer = new MarkdownRenderer(style);
    markdown.lines().forEach(renderer::line);
    return renderer.out.toString();
  }

  private void line(String line) {
    Matcher heading = HEADING.matcher(line);
    if (line.startsWith("```")) {
      inCode = !inCode;
    } else if (inCode) {
      out.append(CODE_INDENT).append(style.code(line)).append('\n');
    } else if (heading.matches()) {
      out.append(style.bold(plain(heading.group(1)))).append('\n');
    } else {
      out.append(inline(line)).append('\n');
    }
  }

  private String inline(String text) {
    return INLINE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(styled(match)));
  }

  private String styled(java.util.regex.MatchResult match) {
    if (match.group(1) != null) {
      // Without colours the quotes are what tells code from words.
      return style == Style.PLAIN ? match.group() : style.code(match.group(1));
    }
    if (match.group(2) != null) {
      return style.bold(match.group(2));
    }
    if (match.group(3) != null) {
      return style.dim(match.group(3));
    }
    return match.group(4) + " <" + match.group(5) + ">";
  }

  private static String plain(String heading) {
    return heading.replace("`", "");
  }
}
