package dev.enit.core.otp;

import dev.enit.grammar.term.Span;
import java.nio.file.Path;

/**
 * The reason why an emulator cannot load an application although its {@code .app} file is there.
 *
 * @param span what is wrong, in offsets of the file
 * @param detail the line of a syntax error, the name that the file has for the application, or the
 *     reason why it cannot be read
 */
public record AppFileError(Path file, Kind kind, Span span, String detail) {
  /** What is wrong. */
  public enum Kind {
    UNREADABLE,
    SYNTAX,
    /** Its term is no {@code {application, Name, Properties}}. */
    NO_APPLICATION,
    /** It describes an application of another name than the file has. */
    OTHER_NAME
  }
}
