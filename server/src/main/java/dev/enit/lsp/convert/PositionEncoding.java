package dev.enit.lsp.convert;

import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.List;

/** The units in which a client counts the columns of a line. */
public enum PositionEncoding {
  UTF8("utf-8"),
  UTF16("utf-16");

  private final String wire;

  PositionEncoding(String wire) {
    this.wire = wire;
  }

  /** Returns the encoding's name in the protocol. */
  public String wire() {
    return wire;
  }

  /**
   * Returns the first of the client's encodings that is supported: clients list the one that costs
   * them least first. Returns UTF-16 if the client lists none, as the protocol prescribes.
   */
  public static PositionEncoding negotiate(List<String> offered) {
    for (String name : offered) {
      for (PositionEncoding encoding : values()) {
        if (encoding.wire.equals(name)) {
          return encoding;
        }
      }
    }
    return UTF16;
  }

  /**
   * Returns the offset of a position: outside the text, the nearest one inside; inside a character,
   * its start.
   */
  public int offset(TermFile file, org.eclipse.lsp4j.Position position) {
    return offset(file.text(), file.lines(), position);
  }

  int offset(String text, LineIndex lines, org.eclipse.lsp4j.Position position) {
    int line = position.getLine();
    int column = Math.max(0, position.getCharacter());
    if (line < 0 || line >= lines.count()) {
      return line < 0 ? 0 : text.length();
    }
    Span span = lines.lineSpan(line);
    return switch (this) {
      case UTF16 -> characterStart(text, span, span.start() + Math.min(column, span.length()));
      case UTF8 -> offsetOfBytes(text, span, column);
    };
  }

  /** Returns the position of an offset. */
  public org.eclipse.lsp4j.Position position(TermFile file, int offset) {
    Position position = file.lines().position(offset);
    return switch (this) {
      case UTF16 -> new org.eclipse.lsp4j.Position(position.line(), position.column());
      case UTF8 -> {
        int start = file.lines().offset(new Position(position.line(), 0));
        int bytes = bytes(file.text(), start, start + position.column());
        yield new org.eclipse.lsp4j.Position(position.line(), bytes);
      }
    };
  }

  private static int characterStart(String text, Span line, int offset) {
    boolean inside =
        offset > line.start()
            && offset < line.end()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return inside ? offset - 1 : offset;
  }

  private static int offsetOfBytes(String text, Span line, int bytes) {
    int left = bytes;
    int offset = line.start();
    while (offset < line.end()) {
      int character = text.codePointAt(offset);
      left -= bytes(character);
      if (left < 0) {
        return offset;
      }
      offset += Character.charCount(character);
    }
    return offset;
  }

  private static int bytes(String text, int start, int end) {
    int bytes = 0;
    for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
      bytes += bytes(text.codePointAt(i));
    }
    return bytes;
  }

  private static int bytes(int character) {
    if (character < 0x80) {
      return 1;
    }
    return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  }
}
