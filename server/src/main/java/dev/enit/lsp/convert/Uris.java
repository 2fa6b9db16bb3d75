package dev.enit.lsp.convert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The conversion between URIs of documents and paths of the core. Editors disagree on what they
 * encode ({@code :}, blanks, letters beyond ASCII), so reading accepts all of it; writing encodes
 * what RFC 3986 does not allow, as VS Code and Neovim do.
 *
 * <p>A document that was never saved ({@code untitled:}) has a relative path of one name, its whole
 * URI: no file has that path, it belongs to no release, and it can be converted back. Documents of
 * other schemes (an old revision in {@code git:}, for example) are not supported and have no path.
 */
public final class Uris {
  private static final String FILE = "file:";
  private static final String UNTITLED = "untitled:";
  private static final String PLAIN = "-._~!$&'()*+,;=:@/";

  private Uris() {}

  /**
   * Returns the path of a document; empty if its scheme is not supported or its URI has no path.
   */
  public static Optional<Path> path(String uri) {
    try {
      if (startsWith(uri, FILE)) {
        Path path = Path.of(decode(withoutAuthority(uri.substring(FILE.length()))));
        return path.isAbsolute() ? Optional.of(path.normalize()) : Optional.empty();
      }
      return startsWith(uri, UNTITLED)
          ? Optional.of(Path.of(encodeSlashes(uri)))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Returns the URI of a path; the inverse of {@link #path} up to spelling. */
  public static String uri(Path path) {
    return path.isAbsolute()
        ? "file://" + encode(path.toString())
        : path.toString().replace("%2F", "/").replace("%25", "%");
  }

  private static boolean startsWith(String uri, String scheme) {
    return uri.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  /**
   * Returns the path without authority, query and fragment: {@code //host/a} and {@code /a} are
   * both {@code /a}.
   */
  private static String withoutAuthority(String rest) {
    String path = rest;
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      path = slash < 0 ? "/" : rest.substring(slash);
    }
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '?' || path.charAt(i) == '#') {
        return path.substring(0, i);
      }
    }
    return path;
  }

  private static String encodeSlashes(String uri) {
    return uri.replace("%", "%25").replace("/", "%2F");
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); ) {
      int escape = text.charAt(i) == '%' ? hex(text, i + 1) : -1;
      if (escape >= 0) {
        bytes.write(escape);
        i += 3;
      } else {
        String character = Character.toString(text.codePointAt(i));
        bytes.writeBytes(character.getBytes(StandardCharsets.UTF_8));
        i += character.length();
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static String encode(String path) {
    StringBuilder uri = new StringBuilder(path.length() + 16);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        uri.append(c);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
