package dev.enit.erlang;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A generator of the files of a random release, most of them valid, some not. */
final class RandomTree {
  static final String NAME = "relex";
  private static final String[] PLAIN_NAMES = {
    "defaults.config",
    "user.config",
    "Z.config",
    "10.config",
    "9.config",
    "a b.config",
    "a.b.config",
    "a-b.config",
    "~.config",
    ".hidden.config",
    "enit.config",
    "x.conf",
    "user.config~"
  };
  private static final String[] OTHER_NAMES = {"é.config", "\uFFE6.config", "😀.config"};

  private final RandomText text;
  private final String[] fileNames;

  RandomTree(Random random) {
    this.text = new RandomText(random);
    Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"));
    List<String> all = new ArrayList<>(List.of(PLAIN_NAMES));
    if (names.equals(StandardCharsets.UTF_8)) {
      all.addAll(List.of(OTHER_NAMES));
    }
    fileNames = all.toArray(String[]::new);
  }

  /** Writes {@code var/lib/enit/relex} and {@code etc/enit/relex}, or leaves one of them out. */
  void write(Path root) throws IOException {
    Path release = root.resolve("var/lib/enit").resolve(NAME);
    Path host = root.resolve("etc/enit").resolve(NAME);
    if (!text.chance(2)) {
      Files.createDirectories(release);
      Files.write(release.resolve("release.enit"), bytes(specification(), text.chance(2)));
      layers(release);
    }
    if (text.chance(1)) {
      Files.createDirectories(host.getParent());
      Files.writeString(host, "no directory");
    } else if (!text.chance(5)) {
      Files.createDirectories(host);
      Files.write(host.resolve("0.config"), bytes(cookie(), false));
      layers(host);
    }
  }

  private void layers(Path folder) throws IOException {
    int count = text.below(4);
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve(text.one(fileNames));
      Files.deleteIfExists(file);
      if (text.chance(1)) {
        Files.createSymbolicLink(file, Path.of(text.one("nowhere", "0.config", ".")));
      } else if (text.chance(1)) {
        Files.createSymbolicLink(file, file.getFileName());
      } else {
        Files.write(file, bytes(layer(), text.chance(3)));
      }
    }
  }

  /**
   * Returns the text in one of the encodings that a file can have; what latin-1 has not is left out
   * there.
   */
  private byte[] bytes(String forms, boolean broken) {
    String whole = broken ? broken(forms) : forms;
    if (text.chance(10)) {
      String latin = whole.replaceAll("[^\\x00-\\xff]", "");
      return ("%% -*- coding: latin-1 -*-\n" + latin).getBytes(StandardCharsets.ISO_8859_1);
    }
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    if (broken && bytes.length > 0 && text.chance(20)) {
      bytes[text.below(bytes.length)] = (byte) 0xe5;
    }
    return bytes;
  }

  private String broken(String forms) {
    int at = text.below(forms.length() + 1);
    return switch (text.below(5)) {
      case 0 -> forms.substring(0, at);
      case 1 ->
          forms.substring(0, at)
              + text.one(",", "}", "\"", "'", "[", ".", "X", ";")
              + forms.substring(at);
      case 2 -> forms + "{a, [{b, c},]}.\n";
      case 3 -> forms + "{a}.{b}.\n";
      default -> forms + text.term(1);
    };
  }

  private String specification() {
    String properties = list(8, this::property);
    String release =
        text.chance(2)
            ? text.one(
                "{release}", "{release, relex}", "{release, a, b, c}", "[]", "{releases, a, []}")
            : "{release, "
                + text.one("relex", "relex", "relex", "other", "\"relex\"")
                + ", "
                + properties
                + "}";
    return (text.chance(3) ? form(text.term(1)) : "")
        + form(release)
        + (text.chance(3) ? form("{release, again, []}") : "");
  }

  private String property() {
    return switch (text.below(6)) {
      case 0, 1 ->
          "{vsn, "
              + text.one("\"1.0\"", "\"\"", "[$1,46,48]", "[$1|\".0\"]", "<<\"1\">>", "v", "\"å\"")
              + "}";
      case 2, 3, 4 -> "{applications, " + applications() + "}";
      default ->
          text.one("{other, 1}", "vsn", "{vsn}", "{applications, [a], b}", "{}", text.term(2));
    };
  }

  private String applications() {
    return text.chance(5)
        ? text.one("\"\"", "a", "[a|b]", "[a|[b]]", "[a|\"\"]", "\"ab\"")
        : list(
            20,
            () ->
                text.chance(90)
                    ? text.one("sasl", "kernel", "a", "b", "'b c'", "'é'")
                    : text.term(1));
  }

  private String cookie() {
    return text.chance(4)
        ? ""
        : form(
            "{node, [{cookie, "
                + text.one("\"monster\"", "m", "<<\"m\">>", "\"\"", "\"å\"")
                + "}]}");
  }

  private String layer() {
    StringBuilder forms = new StringBuilder(text.gap());
    int count = text.below(5);
    for (int i = 0; i < count; i++) {
      forms.append(form(section()));
    }
    return forms.toString();
  }

  private String form(String term) {
    return term + text.gap() + text.one(".\n", ". ", ".\n\n", ".%\n", ".\r\n");
  }

  private String section() {
    return switch (text.below(12)) {
      case 0 ->
          "{extension, "
              + text.one("one", "two", "\"one\"", "{t, 1}", "[111,110,101]")
              + ", "
              + list(8, this::property)
              + "}";
      case 1 -> "{node, " + list(5, this::nodeSetting) + "}";
      case 2 ->
          text.chance(50)
              ? text.term(2)
              : text.one(
                  "{extension, [{a, 1}]}",
                  "{a, \"\"}",
                  "{a, \"bc\"}",
                  "{a, b}",
                  "{a, []}",
                  "{\"a\", []}");
      default ->
          "{"
              + text.one("kernel", "sasl", "a", "'b c'", "'é'", "nodes")
              + ","
              + text.gap()
              + list(5, this::setting)
              + "}";
    };
  }

  private String setting() {
    return text.chance(8)
        ? text.one("x", "{x}", "{\"x\", 1}", "{x, 1, 2}", "{{x}, 1}", text.term(2))
        : "{"
            + text.one("a", "b", "c", "'d e'", "'å'", "cookie")
            + ","
            + text.gap()
            + text.term(3)
            + "}";
  }

  private String nodeSetting() {
    String value =
        text.one(
            "\"n\"",
            "n@h",
            "<<\"n@h\">>",
            "\"\"",
            "[110,$@|\"h\"]",
            "[a]",
            "42",
            "[16#d800]",
            "\"" + "x".repeat(255) + "\"",
            "<<\"ö\"/utf8>>",
            "<<255>>",
            "<<1:1>>",
            "[-1]",
            "[16#110000]");
    return "{" + text.one("nodename", "nodename", "cookie", "stop_timeout") + ", " + value + "}";
  }

  /** Returns a list of elements, now and then one without a proper end. */
  private String list(int strange, java.util.function.Supplier<String> element) {
    StringBuilder list = new StringBuilder("[").append(text.gap());
    int count = text.below(5);
    for (int i = 0; i < count; i++) {
      list.append(i > 0 ? "," : "").append(text.gap()).append(element.get());
    }
    if (count > 0 && text.chance(strange)) {
      list.append(text.one("|[]", "|tail", "|\"\"", "|[" + element.get() + "]"));
    }
    return list.append(text.gap()).append("]").toString();
  }
}
