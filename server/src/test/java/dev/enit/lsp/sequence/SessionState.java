package dev.enit.lsp.sequence;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The state that an answer may depend on: the disk, the documents that are open, the settings of
 * the client and its folders.
 */
final class SessionState {
  private static final List<String> FILES =
      List.of(
          "var/lib/enit/web/release.enit",
          "var/lib/enit/web/a.config",
          "var/lib/enit/web/b.config",
          "etc/enit/web/user.config",
          "etc/enit/web/zz host.config",
          "var/lib/enit/mail/release.enit",
          "etc/enit/mail/user.config",
          "loose/loose.config",
          "enit.config",
          "lib/late-1.0/ebin/late.app");

  /** An open document. */
  record Document(int version, String text) {}

  final Path root;
  final Map<String, Document> open = new LinkedHashMap<>();
  JsonObject settings = new JsonObject();
  boolean folder = true;

  SessionState(Path root) {
    this.root = root;
  }

  /** Returns the same, for later: the disk is shared. */
  SessionState copy() {
    SessionState copy = new SessionState(root);
    copy.open.putAll(open);
    copy.settings = settings;
    copy.folder = folder;
    return copy;
  }

  /** Returns every file that there may be. */
  List<Path> files() {
    return FILES.stream().map(root::resolve).toList();
  }

  /** Returns every document that there may be. */
  List<String> documents() {
    List<String> documents = new ArrayList<>();
    files().stream()
        .filter(path -> !path.toString().endsWith(".app"))
        .forEach(path -> documents.add(uri(path)));
    documents.add("untitled:Untitled-1");
    return documents;
  }

  static String uri(Path path) {
    return "file://" + path.toString().replace(" ", "%20");
  }

  /** Returns the file of a document; of one that was never saved any name. */
  Path path(String uri) {
    return uri.startsWith("file:")
        ? Path.of(uri.substring("file://".length()).replace("%20", " "))
        : root.resolve("untitled");
  }

  /** Returns what a document shows that is opened now. */
  String onDisk(String uri) {
    try {
      return Files.isRegularFile(path(uri)) ? Files.readString(path(uri)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path path, String text) {
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a file, or a folder with everything below. */
  static void delete(Path path) {
    if (Files.exists(path)) {
      try (Stream<Path> below = Files.walk(path)) {
        for (Path one : below.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
