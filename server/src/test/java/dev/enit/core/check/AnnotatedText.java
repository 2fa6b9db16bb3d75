package dev.enit.core.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with its expected diagnostics, each in a comment under its line. Lines are kept as bytes
 * (as latin-1), since a text may be no UTF-8.
 */
record AnnotatedText(List<Line> lines) {
  private static final Pattern MARK =
      Pattern.compile(
          "%%? *(?:<?\\^*|<?\\||@\\d+\\+\\d+)(?:\\.\\.)? (?:error|warning|information|hint): [a-z0-9-]+(?: \\| .*)?");
  private static final Pattern REPEAT = Pattern.compile("⟪(\\d+)\\*(.*?)⟫");

  /** A line of the text itself, and the marks under it. */
  record Line(String text, List<String> marks) {}

  static AnnotatedText read(Path file) {
    try {
      return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AnnotatedText parse(String bytes) {
    List<Line> lines = new ArrayList<>();
    for (String line : bytes.split("\n", -1)) {
      if (MARK.matcher(line).matches() && !lines.isEmpty()) {
        lines.getLast().marks().add(line);
      } else {
        lines.add(new Line(line, new ArrayList<>()));
      }
    }
    return new AnnotatedText(lines);
  }

  /** Returns the text without the marks. */
  String plain() {
    return utf8(lines.stream().map(Line::text).collect(Collectors.joining("\n")));
  }

  /** Returns the text without the marks, and with {@code ⟪1000*x⟫} expanded. */
  byte[] bytes() {
    String plain = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    Matcher repeat = Pattern.compile(latin(REPEAT.pattern())).matcher(plain);
    return repeat
        .replaceAll(m -> Matcher.quoteReplacement(m.group(2).repeat(Integer.parseInt(m.group(1)))))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the same text with other marks. */
  AnnotatedText with(List<ExpectedDiagnostic> marks) {
    List<Line> marked = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int number = i;
      Line line = lines.get(i);
      List<String> found =
          marks.stream()
              .filter(mark -> mark.line() == number)
              .map(mark -> mark.text(line.marks().stream().map(AnnotatedText::utf8).toList()))
              .map(AnnotatedText::latin)
              .toList();
      marked.add(new Line(line.text(), found));
    }
    return new AnnotatedText(marked);
  }

  /** Returns the same text with its lines replaced; marks stay with their line number. */
  AnnotatedText withText(String text) {
    List<Line> changed = new ArrayList<>();
    for (String line : latin(text).split("\n", -1)) {
      int number = changed.size();
      changed.add(new Line(line, number < lines.size() ? lines.get(number).marks() : List.of()));
    }
    return new AnnotatedText(changed);
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, joined().getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String joined() {
    List<String> all = new ArrayList<>();
    for (Line line : lines) {
      all.add(line.text());
      all.addAll(line.marks());
    }
    return String.join("\n", all);
  }

  /** Returns the line as it is in the file, for the developer to compare. */
  @Override
  public String toString() {
    return utf8(joined());
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
