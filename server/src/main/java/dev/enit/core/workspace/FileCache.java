package dev.enit.core.workspace;

import dev.enit.core.host.RegularFile;
import dev.enit.core.source.Source;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.source.SourceFile;
import dev.enit.core.text.Messages;
import dev.enit.grammar.parse.SourceDecoder;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.TermFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The disk as one snapshot sees it: what was read once stays as it was, until the host of the
 * workspace is told of a change and makes a new view without it.
 */
final class FileCache {
  private final Map<Path, Optional<Source>> files;
  private final Map<Path, Listing> folders;

  /** What an editor has open: a file that it has just saved has the same text, parsed already. */
  private final Map<Path, SourceFile> open;

  /** The entries of a folder, or why they cannot be listed. */
  private record Listing(List<Path> files, List<Path> folders, Optional<UnreadableFile> closed) {}

  /** A view of which nothing has been read. */
  FileCache(Map<Path, SourceFile> open) {
    this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), open);
  }

  private FileCache(
      Map<Path, Optional<Source>> files, Map<Path, Listing> folders, Map<Path, SourceFile> open) {
    this.files = files;
    this.folders = folders;
    this.open = open;
  }

  /** The same view, except of the paths and of the folders they stand in. */
  FileCache without(Collection<Path> changed, Map<Path, SourceFile> nowOpen) {
    var keptFiles = new ConcurrentHashMap<>(files);
    var keptFolders = new ConcurrentHashMap<>(folders);
    for (Path path : changed) {
      if (keptFolders.remove(path) != null) {
        // A folder that was removed, or came back, takes along what is in it.
        keptFiles.keySet().removeIf(file -> file.startsWith(path));
        keptFolders.keySet().removeIf(folder -> folder.startsWith(path));
      }
      keptFiles.remove(path);
      if (path.getParent() != null) {
        keptFolders.remove(path.getParent());
      }
    }
    return new FileCache(keptFiles, keptFolders, nowOpen);
  }

  /** A file as an OTP reads it. */
  Optional<Source> source(Path path, OtpSyntax syntax) {
    Optional<Source> known = files.computeIfAbsent(path, file -> read(file, syntax));
    return known.isPresent()
            && known.get() instanceof SourceFile file
            && !file.terms().syntax().equals(syntax)
        ? files.compute(path, (_, old) -> Optional.of(file.readAs(syntax)))
        : known;
  }

  List<Path> files(Path folder) {
    return listing(folder).files();
  }

  List<Path> folders(Path folder) {
    return listing(folder).folders();
  }

  Optional<UnreadableFile> closed(Path folder) {
    return listing(folder).closed();
  }

  private Listing listing(Path folder) {
    return folders.computeIfAbsent(folder, FileCache::list);
  }

  private Optional<Source> read(Path path, OtpSyntax syntax) {
    try {
      var decoded = SourceDecoder.decode(RegularFile.read(path, RegularFile.MAX_TERMS));
      return Optional.of(
          new SourceFile(
              path, terms(path, decoded.text(), syntax), OptionalInt.empty(), decoded.errors()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Files.isDirectory(path) ? Optional.empty() : Optional.of(unreadable(path, e));
    } catch (OutOfMemoryError e) {
      return Optional.of(new UnreadableFile(path, Messages.text("file.no-memory")));
    }
  }

  private TermFile terms(Path path, String text, OtpSyntax syntax) {
    SourceFile document = open.get(path);
    return document != null
            && document.text().equals(text)
            && document.terms().syntax().equals(syntax)
        ? document.terms()
        : TermParser.parse(text, syntax);
  }

  private static Listing list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> all = entries.sorted(Comparator.comparing(FileCache::name, CODE_POINTS)).toList();
      return new Listing(
          filter(all, path -> !Files.isDirectory(path)),
          filter(all, Files::isDirectory),
          Optional.empty());
    } catch (IOException | java.io.UncheckedIOException e) {
      // A folder that cannot even be looked at may be there.
      boolean isThere = e instanceof AccessDeniedException || Files.isDirectory(folder);
      Optional<UnreadableFile> closed =
          isThere ? Optional.of(unreadable(folder, e)) : Optional.empty();
      return new Listing(List.of(), List.of(), closed);
    }
  }

  private static final Comparator<String> CODE_POINTS =
      (one, other) ->
          java.util.Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static List<Path> filter(List<Path> paths, Predicate<Path> wanted) {
    return paths.stream().filter(wanted).toList();
  }

  private static UnreadableFile unreadable(Path path, Exception e) {
    return new UnreadableFile(path, RegularFile.reason(path, e));
  }
}
