package dev.enit.core.node.wire;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Numbers that nobody can guess, without the start of Java's own providers of them. */
final class Entropy {
  private Entropy() {}

  static int number() {
    try (InputStream random = new FileInputStream("/dev/urandom")) {
      return new ByteSource(random.readNBytes(4), 0).read4();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
