package dev.enit.cli.fmt;

import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.format.TermFormatter;
import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Position;
import dev.enit.grammar.term.TermFile;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;

/** The result of formatting the bytes of a file. */
sealed interface FormattedFile {

  /** The bytes are formatted already. */
  record Same() implements FormattedFile {}

  /** The formatted text, in the encoding of the file. */
  record Changed(String text, Charset charset) implements FormattedFile {
    byte[] bytes() {
      return text.getBytes(charset);
    }
  }

  /** The place of the first syntax error, from 1. */
  record Broken(int line, int column) implements FormattedFile {}

  static FormattedFile of(byte[] bytes) {
    SourceDecoder.Decoded decoded = SourceDecoder.decode(bytes);
    TermFile file = TermParser.parse(decoded.text());
    Optional<String> formatted =
        decoded.errors().isEmpty()
            ? TermFormatter.format(file, FormatOptions.DEFAULT)
            : Optional.empty();
    if (formatted.isEmpty()) {
      return broken(decoded, file);
    }
    return formatted.get().equals(file.text())
        ? new Same()
        : new Changed(formatted.get(), decoded.charset());
  }

  private static Broken broken(SourceDecoder.Decoded decoded, TermFile file) {
    Stream<Integer> ofFile =
        Stream.concat(decoded.errors().stream(), file.errors().stream())
            .map(error -> error.span().start());
    Stream<Integer> ofForms = file.forms().stream().flatMap(FormattedFile::mistakes);
    int first = Stream.concat(ofFile, ofForms).mapToInt(Integer::intValue).min().orElse(0);
    Position position = file.lines().position(first);
    return new Broken(position.line() + 1, position.column() + 1);
  }

  private static Stream<Integer> mistakes(Form form) {
    return form.tree().errors().stream().map(error -> form.absolute(error.span()).start());
  }
}
