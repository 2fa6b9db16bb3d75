package dev.enit.core.otp;

import dev.enit.core.host.RegularFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The functions that a compiled module exports: the chunks {@code AtU8} (atoms) and {@code ExpT}
 * (exports) of a BEAM file, as {@code beam_lib:chunks(File, [exports])} reads them. The code itself
 * is passed over. No file makes it allocate more than a small multiple of {@link
 * RegularFile#MAX_BEAM}: what exceeds the limits below is taken for no BEAM.
 */
final class BeamExports {
  private static final int MAX_CHUNKS = 1024;

  /** As many as an emulator has by default. */
  private static final int MAX_ATOMS = 1 << 20;

  /** Of the names of all exports together: short names may refer to one long atom. */
  private static final int MAX_CHARACTERS = 16 << 20;

  private BeamExports() {}

  /** Names such as {@code config_change/3}; none where the file cannot be read or is no BEAM. */
  static Set<String> of(Path beam) {
    try {
      return of(RegularFile.read(beam, RegularFile.MAX_BEAM));
    } catch (IOException e) {
      return Set.of();
    }
  }

  static Set<String> of(byte[] file) throws IOException {
    try {
      return exports(chunks(ByteBuffer.wrap(plain(file))));
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      // A truncated file is none that an emulator would load.
      return Set.of();
    }
  }

  /**
   * Returns the form of a file; modules may be compiled with the option {@code compressed}.
   *
   * @throws IOException if it cannot be unpacked, or not within the limit
   */
  static byte[] plain(byte[] file) throws IOException {
    boolean compressed = file.length > 2 && (file[0] & 0xFF) == 0x1F && (file[1] & 0xFF) == 0x8B;
    if (!compressed) {
      return file;
    }
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(file))) {
      byte[] form = unpacked.readNBytes(RegularFile.MAX_BEAM + 1);
      if (form.length > RegularFile.MAX_BEAM) {
        throw new IOException("unpacks to more than " + RegularFile.MAX_BEAM + " bytes");
      }
      return form;
    }
  }

  /** The chunks of a BEAM file by name; none for another file. */
  static Map<String, ByteBuffer> chunks(ByteBuffer file) {
    Map<String, ByteBuffer> chunks = new HashMap<>();
    boolean isBeam = name(file).equals("FOR1") && file.getInt() > 0 && name(file).equals("BEAM");
    while (isBeam && file.remaining() >= 8) {
      if (chunks.size() == MAX_CHUNKS) {
        return Map.of();
      }
      String name = name(file);
      int size = file.getInt();
      chunks.put(name, file.slice(file.position(), size));
      int padded = (size + 3) & ~3;
      file.position(Math.min(file.position() + padded, file.limit()));
    }
    return chunks;
  }

  private static String name(ByteBuffer file) {
    byte[] name = new byte[4];
    file.get(name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  private static Set<String> exports(Map<String, ByteBuffer> chunks) {
    ByteBuffer table = chunks.get("ExpT");
    if (table == null || !chunks.containsKey("AtU8")) {
      return Set.of();
    }
    String[] atoms = atoms(chunks.get("AtU8"));
    Set<String> exports = new HashSet<>();
    int characters = 0;
    for (int left = table.getInt(); left > 0; left--) {
      int function = table.getInt();
      int arity = table.getInt();
      table.getInt(); // its label
      if (function > 0 && function <= atoms.length) {
        String export = atoms[function - 1] + "/" + arity;
        characters += export.length();
        if (characters > MAX_CHARACTERS) {
          return Set.of();
        }
        exports.add(export);
      }
    }
    return exports;
  }

  private static String[] atoms(ByteBuffer table) {
    int count = table.getInt();
    // OTP 28 writes the count negated and allows lengths above 255.
    boolean wide = count < 0;
    long size = Math.abs((long) count);
    if (size > MAX_ATOMS || size > table.remaining()) {
      throw new BufferUnderflowException();
    }
    String[] atoms = new String[(int) size];
    for (int i = 0; i < atoms.length; i++) {
      byte[] atom = new byte[wide ? wideLength(table) : table.get() & 0xFF];
      table.get(atom);
      atoms[i] = new String(atom, StandardCharsets.UTF_8);
    }
    return atoms;
  }

  /** A length in the compact form of BEAM operands: 4 bits, or 11 bits in two bytes. */
  private static int wideLength(ByteBuffer table) {
    int first = table.get() & 0xFF;
    return (first & 0x08) == 0 ? first >> 4 : (first & 0xE0) << 3 | (table.get() & 0xFF);
  }
}
