package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies of virtual documents as files, for clients that do not support the scheme {@code enit:}
 * and would show an empty document. They are in a directory of this process that no other user can
 * read, and are deleted with the session.
 */
final class PageFiles {
  private final Map<ReleaseKey, Path> folders = new HashMap<>();
  private @Nullable Path root;

  PageFiles(WorkerThreads workers) {
    workers.atEnd(this::delete);
  }

  /** Writes a document and replaces an existing file. */
  synchronized Path write(ReleaseKey key, String name, String text) throws IOException {
    Path folder = folder(key);
    Path fresh =
        Files.createTempFile(
            folder,
            ".",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    return Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path folder(ReleaseKey key) throws IOException {
    Path known = folders.get(key);
    if (known == null) {
      if (root == null) {
        // Its permissions are rwx------ wherever Java makes a temporary directory.
        root = Files.createTempDirectory("enit-");
      }
      known = root.resolve(folders.size() + 1 + "-" + key.name());
      Files.createDirectory(known);
      folders.put(key, known);
    }
    return known;
  }

  private synchronized void delete() {
    if (root != null) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException e) {
        // What is left is in the directory of temporary files.
      }
    }
  }
}
