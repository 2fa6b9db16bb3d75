package dev.enit.core.text;

import java.nio.file.Path;

/** A path as one word of a shell, for commands that a message proposes. */
public final class ShellWord {
  private ShellWord() {}

  /** Returns the path, in quotes if it needs them. */
  public static String of(Path path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9/_.,:@+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
