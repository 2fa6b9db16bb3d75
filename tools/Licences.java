import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes a folder with the licence of each bundled jar: what its pom says, the text, and what the
 * jar brings itself.
 *
 * <p>Most jars bring no text. It is then taken from {@code tools/licences}: {@code GROUP.txt}, or
 * {@code Apache-2.0.txt} where the pom names that licence. A jar without either stops the build.
 *
 * <p>Usage: {@code java Licences.java FOLDER POMS TEXTS JAR...}
 */
final class Licences {
  private final Path folder;
  private final Path poms;
  private final Path texts;

  private Licences(Path folder, Path poms, Path texts) {
    this.folder = folder;
    this.poms = poms;
    this.texts = texts;
  }

  public static void main(String[] args) throws Exception {
    Licences licences = new Licences(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    List<String> index = new ArrayList<>();
    for (int i = 3; i < args.length; i++) {
      index.add(licences.write(Path.of(args[i])));
    }
    Files.write(licences.folder.resolve("README"), index);
  }

  private String write(Path jar) throws Exception {
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    Pom pom = new Pom(name);
    Path own = Files.createDirectories(folder.resolve(name));
    Files.copy(text(pom), own.resolve("LICENCE.txt"));
    copyNotices(jar, own);
    return name + ": " + pom.licence() + ", " + pom.url();
  }

  private Path text(Pom pom) throws Exception {
    Path ofGroup = texts.resolve(pom.group() + ".txt");
    if (Files.exists(ofGroup)) {
      return ofGroup;
    }
    if (pom.licence().matches("(?i).*apache.*2\\.0.*")) {
      return texts.resolve("Apache-2.0.txt");
    }
    throw new IOException(
        "no licence text for "
            + pom.name
            + ", whose pom says "
            + pom.licence()
            + ": add it as "
            + ofGroup);
  }

  private static void copyNotices(Path jar, Path to) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      for (String where : List.of("/", "/META-INF")) {
        try (Stream<Path> found = Files.list(files.getPath(where))) {
          for (Path file : (Iterable<Path>) found::iterator) {
            String name = file.getFileName().toString();
            if (Files.isRegularFile(file)
                && name.matches("(?i)(licen[sc]e|notice|about|copying).*")) {
              Files.copy(file, to.resolve(name));
            }
          }
        }
      }
    }
  }

  /** A pom with its parents, as far as this program reads them. */
  private final class Pom {
    private final String name;
    private final Element project;

    private Pom(String name) throws Exception {
      this.name = name;
      try (InputStream in = Files.newInputStream(poms.resolve(name + ".pom"))) {
        Document document =
            DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in);
        this.project = document.getDocumentElement();
      }
    }

    private String group() throws Exception {
      return inherited("groupId").orElseThrow();
    }

    private String licence() throws Exception {
      return inherited("licenses", "license", "name").orElse("no licence");
    }

    private String url() throws Exception {
      return inherited("url").orElse("no address");
    }

    private Optional<String> inherited(String... path) throws Exception {
      Optional<String> own = child(project, path);
      return own.isPresent() || child(project, "parent").isEmpty() ? own : parent().inherited(path);
    }

    private Pom parent() throws Exception {
      return new Pom(
          child(project, "parent", "artifactId").orElseThrow()
              + "-"
              + child(project, "parent", "version").orElseThrow());
    }
  }

  private static Optional<String> child(Element parent, String... path) {
    Element at = parent;
    for (String step : path) {
      at = element(at, step);
      if (at == null) {
        return Optional.empty();
      }
    }
    return Optional.of(at.getTextContent().strip());
  }

  private static Element element(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    return null;
  }
}
