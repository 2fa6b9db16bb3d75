package dev.enit.core.otp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Compiled modules with nothing in them but atoms and exports, for tests. */
public final class BeamBytes {
  private BeamBytes() {}

  /** Returns a module as compilers before OTP 28 write it; functions as {@code name/arity}. */
  public static byte[] exporting(String... functions) {
    return module(false, functions);
  }

  /** Returns a module as OTP 28 writes it. */
  static byte[] otp28(String... functions) {
    return module(true, functions);
  }

  private static byte[] module(boolean wide, String... functions) {
    var atoms = new ByteArrayOutputStream();
    var exports = new ByteArrayOutputStream();
    atoms.writeBytes(number(wide ? -functions.length : functions.length));
    exports.writeBytes(number(functions.length));
    for (int i = 0; i < functions.length; i++) {
      int slash = functions[i].lastIndexOf('/');
      byte[] name = functions[i].substring(0, slash).getBytes(UTF_8);
      atoms.writeBytes(wide ? compact(name.length) : new byte[] {(byte) name.length});
      atoms.writeBytes(name);
      exports.writeBytes(number(i + 1));
      exports.writeBytes(number(Integer.parseInt(functions[i].substring(slash + 1))));
      exports.writeBytes(number(7));
    }
    return file(chunk("AtU8", atoms.toByteArray()), chunk("ExpT", exports.toByteArray()));
  }

  /** Returns a form of some chunks. */
  static byte[] file(byte[]... chunks) {
    var body = new ByteArrayOutputStream();
    body.writeBytes("BEAM".getBytes(ISO_8859_1));
    for (byte[] chunk : chunks) {
      body.writeBytes(chunk);
    }
    return chunk("FOR1", body.toByteArray());
  }

  /** Returns a chunk with its length and padding. */
  static byte[] chunk(String name, byte[] content) {
    var chunk = new ByteArrayOutputStream();
    chunk.writeBytes(name.getBytes(ISO_8859_1));
    chunk.writeBytes(number(content.length));
    chunk.writeBytes(content);
    chunk.writeBytes(new byte[-content.length & 3]);
    return chunk.toByteArray();
  }

  private static byte[] compact(int length) {
    return length < 16
        ? new byte[] {(byte) (length << 4)}
        : new byte[] {(byte) (((length >> 3) & 0xE0) | 0x08), (byte) length};
  }

  /** Returns a number of four bytes. */
  static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }
}
