package dev.enit.core.otp;

import dev.enit.core.host.RegularFile;
import dev.enit.grammar.term.Bytes;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The digests of compiled modules on the disk, as {@code Module:module_info(md5)} gives them for
 * loaded ones. A file is read when its digest is first asked for, and again once its size, its time
 * or its identity has changed. May be asked from several threads.
 */
public final class ModuleDigests {
  /** What the emulator computes a digest from, between the atoms and the functions. */
  private static final String[] CHUNKS = {"Code", "StrT", "ImpT", "ExpT"};

  private static final int FUN_ENTRY = 24;
  private static final int OLD_UNIQ = 20;

  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  /** The digest of a file as it was; empty where the file was no BEAM. */
  private record Known(FileTime modified, long size, @Nullable Object key, Optional<Bytes> digest) {
    boolean isOf(BasicFileAttributes file) {
      return modified.equals(file.lastModifiedTime())
          && size == file.size()
          && java.util.Objects.equals(key, file.fileKey());
    }
  }

  /** What is known of the code of a module on the disk. */
  public sealed interface Found {
    /** The code of the file. */
    record Digest(Bytes md5) implements Found {}

    /** There is no file. */
    record Absent() implements Found {}

    /** The file cannot be read, or is no BEAM. */
    record Unreadable() implements Found {}
  }

  /** What a file contains now. */
  public Found of(Path beam) {
    try {
      BasicFileAttributes file = Files.readAttributes(beam, BasicFileAttributes.class);
      Known before = known.get(beam);
      Optional<Bytes> digest =
          before != null && before.isOf(file) ? before.digest() : read(beam, file);
      return digest.<Found>map(Found.Digest::new).orElseGet(Found.Unreadable::new);
    } catch (NoSuchFileException e) {
      return new Found.Absent();
    } catch (IOException e) {
      return new Found.Unreadable();
    }
  }

  private Optional<Bytes> read(Path beam, BasicFileAttributes file) throws IOException {
    Optional<Bytes> digest = digest(RegularFile.read(beam, RegularFile.MAX_BEAM));
    known.put(beam, new Known(file.lastModifiedTime(), file.size(), file.fileKey(), digest));
    return digest;
  }

  /** The digest of a BEAM file; empty for any other file. */
  static Optional<Bytes> digest(byte[] file) throws IOException {
    try {
      Map<String, ByteBuffer> chunks = BeamExports.chunks(ByteBuffer.wrap(BeamExports.plain(file)));
      return chunks.containsKey("Code") ? Optional.of(digest(chunks)) : Optional.empty();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Bytes digest(Map<String, ByteBuffer> chunks) {
    MessageDigest md5 = md5();
    update(md5, chunks.getOrDefault("AtU8", chunks.get("Atom")));
    for (String name : CHUNKS) {
      update(md5, chunks.get(name));
    }
    ByteBuffer functions = chunks.get("FunT");
    if (functions != null) {
      md5.update(withoutOldUniq(functions));
    }
    update(md5, chunks.get("LitT"));
    update(md5, chunks.get("Meta"));
    return Bytes.of(md5.digest());
  }

  private static void update(MessageDigest md5, @Nullable ByteBuffer chunk) {
    if (chunk != null) {
      md5.update(chunk);
    }
  }

  /** The emulator takes the last field of each entry as 0. */
  private static byte[] withoutOldUniq(ByteBuffer functions) {
    byte[] table = new byte[functions.remaining()];
    functions.get(table);
    for (int entry = 4; entry + FUN_ENTRY <= table.length; entry += FUN_ENTRY) {
      java.util.Arrays.fill(table, entry + OLD_UNIQ, entry + FUN_ENTRY, (byte) 0);
    }
    return table;
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
