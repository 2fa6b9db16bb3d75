package dev.enit.core.ide.rename;

import dev.enit.core.config.ConfigLayer;
import dev.enit.core.ide.CursorPlace.ReleaseName;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.reference.Occurrences;
import dev.enit.core.ide.rename.RenameProvider.RenameResult;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Source.UnreadableFile;
import dev.enit.core.workspace.TextChange;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rename of a release: its name is that of its directory: its {@code release.enit} repeats it,
 * its node may carry it, and the directory of its host configuration has it as well.
 */
public record ReleaseRename(Workspace workspace, Path specification) {

  /** Changes the name from within the specification. */
  RenameResult become(ReleaseName old, String name, boolean directories) {
    Optional<ReleaseKey> key = workspace.releaseOf(specification);
    if (key.isEmpty() || key.get().name().equals(name)) {
      String written = TermPrinter.atom(name);
      return old.name().equals(name)
          ? new RenameResult.Done(List.of())
          : new RenameResult.Done(
              List.of(edited(specification, new TextChange(old.span(), written))));
    }
    if (!isFileName(name)) {
      return RenameResult.Refused.because("directoryName", name);
    }
    Path folder = key.get().folder();
    if (!directories) {
      return RenameResult.Refused.because("directory", folder);
    }
    Path target = folder.resolveSibling(name);
    Optional<UnreadableFile> closed = NameRename.closed(workspace.release(key.get()));
    if (closed.isPresent()) {
      return RenameResult.Refused.because("unreadable", closed.get().path(), closed.get().reason());
    }
    if (Files.exists(target)) {
      return RenameResult.Refused.because("exists", target);
    }
    List<FileChange> changes = new ArrayList<>();
    changes.add(edited(specification, new TextChange(old.span(), TermPrinter.atom(name))));
    changes.addAll(nodeNames(key.get(), name));
    changes.add(new FileChange.Renamed(folder, target));
    configuration(key.get(), name).ifPresent(changes::add);
    return new RenameResult.Done(changes);
  }

  /**
   * What is to be changed before a directory gets another name: nothing where it holds no release.
   *
   * @param directories whether the client can rename the one of the host configuration as well
   */
  public static List<FileChange> following(
      Workspace workspace, Path from, Path to, boolean directories) {
    Path specification = from.resolve(ReleaseKey.SPECIFICATION);
    Optional<ReleaseKey> key =
        workspace
            .file(specification)
            .flatMap(file -> workspace.releaseOf(file.path()))
            .filter(release -> release.folder().equals(from));
    if (key.isEmpty() || to.getFileName() == null) {
      return List.of();
    }
    String name = to.getFileName().toString();
    if (name.equals(key.get().name())) {
      return List.of();
    }
    ReleaseRename rename = new ReleaseRename(workspace, specification);
    List<FileChange> changes = new ArrayList<>();
    rename.ownName(key.get(), name).ifPresent(changes::add);
    changes.addAll(rename.nodeNames(key.get(), name));
    boolean beside = from.resolveSibling(to.getFileName()).equals(to);
    if (directories && beside) {
      rename.configuration(key.get(), name).ifPresent(changes::add);
    }
    return changes;
  }

  private static boolean isFileName(String name) {
    return !name.startsWith(".") && name.chars().noneMatch(c -> c == '/' || c < ' ');
  }

  /** The name in the specification, where it is that of the directory. */
  private Optional<FileChange> ownName(ReleaseKey key, String name) {
    return workspace
        .release(key)
        .specification()
        .flatMap(spec -> name(spec, key.name()))
        .map(span -> edited(key.specification(), new TextChange(span, TermPrinter.atom(name))));
  }

  /** The names of nodes that carry the old name. */
  private List<FileChange> nodeNames(ReleaseKey key, String name) {
    List<FileChange> changes = new ArrayList<>();
    for (ConfigLayer layer : workspace.release(key).layers()) {
      List<TextChange> edits =
          Occurrences.nodeNames(layer.file(), key.name()).stream()
              .map(node -> new TextChange(node.span(), renamed(node, key.name(), name)))
              .toList();
      if (!edits.isEmpty()) {
        changes.add(new FileChange.Edited(layer.path(), edits));
      }
    }
    return changes;
  }

  private static Optional<Span> name(ReleaseSpecification specification, String old) {
    return specification.form() != null
            && specification.name() instanceof Term.Atom atom
            && atom.name().equals(old)
        ? Optional.of(specification.form().absolute(atom))
        : Optional.empty();
  }

  private static String renamed(Occurrences.NodeName node, String old, String name) {
    String text = name + node.text().substring(old.length());
    Span none = Span.at(0);
    return TermPrinter.print(
        switch (node.value()) {
          case Term.Atom _ -> new Term.Atom(none, text);
          case Term.Binary _ ->
              new Term.Binary(none, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
          default -> new Term.Str(none, text);
        });
  }

  private Optional<FileChange> configuration(ReleaseKey key, String name) {
    return key.configFolder()
        .filter(Files::isDirectory)
        .filter(folder -> !Files.exists(folder.resolveSibling(name)))
        .map(folder -> new FileChange.Renamed(folder, folder.resolveSibling(name)));
  }

  private static FileChange edited(Path path, TextChange edit) {
    return new FileChange.Edited(path, List.of(edit));
  }
}
