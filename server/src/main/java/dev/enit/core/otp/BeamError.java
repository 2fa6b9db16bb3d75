package dev.enit.core.otp;

import dev.enit.core.host.RegularFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A module that an {@code .app} file lists and no emulator can load: its BEAM file is absent, or is
 * none. Only what is certain is a flaw: what an emulator thinks of the code in a file is not looked
 * at.
 *
 * @param file where the module should be
 * @param isAbsent whether there is no file at all
 */
public record BeamError(String module, Path file, boolean isAbsent) {
  private static final String ENDING = ".beam";

  /** The start of a BEAM file: an IFF form of a size, and its type. */
  private static final int HEADER = 12;

  private static final int FOR1 = 0x464F5231;
  private static final int BEAM = 0x4245414D;
  private static final int GZIP = 0x1F8B;

  /**
   * The flaws of an application; none in a folder without any BEAM file, which is one of sources.
   *
   * @param elsewhere whether another folder of the code path has a module
   */
  static List<BeamError> all(AppFile app, Predicate<String> elsewhere) {
    Path folder = app.path().getParent();
    Set<String> beams = folder == null ? Set.of() : beams(folder);
    List<BeamError> flaws = new ArrayList<>();
    for (String module : beams.isEmpty() ? List.<String>of() : app.modules()) {
      Path file = app.path().resolveSibling(module + ENDING);
      boolean isAbsent = !beams.contains(module + ENDING);
      if (isAbsent ? !elsewhere.test(module) : isNoBeam(file)) {
        flaws.add(new BeamError(module, file, isAbsent));
      }
    }
    return List.copyOf(flaws);
  }

  private static Set<String> beams(Path folder) {
    Set<String> names = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return Set.of();
    }
    return names;
  }

  /** By its type, first bytes and length; a file that cannot be read is not judged. */
  private static boolean isNoBeam(Path file) {
    try (var channel = RegularFile.open(file)) {
      var header = java.nio.ByteBuffer.allocate(HEADER);
      while (header.hasRemaining() && channel.read(header) >= 0) {
        // Until it is full.
      }
      header.flip();
      if (header.remaining() >= 2 && (header.getShort(0) & 0xFFFF) == GZIP) {
        return false;
      }
      return header.remaining() < HEADER
          || header.getInt(0) != FOR1
          || header.getInt(8) != BEAM
          || Integer.toUnsignedLong(header.getInt(4)) + 8 > channel.size();
    } catch (RegularFile.IrregularFileException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
