import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Copies jars so that an AOT cache takes all of their classes, and byte for byte the same each
 * time.
 *
 * <p>Two kinds of classes stay out of an AOT cache: those of signed jars (LSP4J), and those of a
 * version before 50 (picocli), which have no stack maps to verify them by when the cache is made.
 * So the signatures are left out, and old classes get stack maps and a newer version.
 *
 * <p>Usage: {@code java PackJars.java FOLDER JAR...}
 */
final class PackJars {
  /** The first version of class files that every verifier checks by stack maps alone. */
  private static final int VERSION_WITH_STACK_MAPS = ClassFile.JAVA_7_VERSION;

  /** The earliest time that a zip entry can have, so that the time of the build leaves no trace. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<Path> jars = Arrays.stream(args).skip(1).map(Path::of).toList();
    ClassHierarchyResolverOption known = known(jars);
    for (Path jar : jars) {
      pack(jar, folder.resolve(jar.getFileName()), known);
    }
  }

  private static void pack(Path from, Path to, ClassHierarchyResolverOption known)
      throws IOException {
    Map<String, byte[]> files = read(from);
    byte[] manifest = files.remove(JarFile.MANIFEST_NAME);
    files.replaceAll((name, bytes) -> name.endsWith(".class") ? packed(bytes, known) : bytes);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
      if (manifest != null) {
        write(out, JarFile.MANIFEST_NAME, withoutDigests(manifest));
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(out, file.getKey(), file.getValue());
      }
    }
  }

  private static Map<String, byte[]> read(Path jar) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (JarFile in = new JarFile(jar.toFile(), false)) {
      for (JarEntry entry : (Iterable<JarEntry>) in.stream()::iterator) {
        if (!entry.isDirectory() && !isSignature(entry.getName())) {
          files.put(entry.getName(), in.getInputStream(entry).readAllBytes());
        }
      }
    }
    return files;
  }

  private static boolean isSignature(String name) {
    return name.matches("(?i)META-INF/([^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");
  }

  private static void write(JarOutputStream out, String name, byte[] bytes) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  private static byte[] withoutDigests(byte[] manifest) throws IOException {
    Manifest read = new Manifest(new ByteArrayInputStream(manifest));
    for (Attributes section : read.getEntries().values()) {
      section.keySet().removeIf(key -> key.toString().matches("(?i).*-Digest(-Manifest.*)?|Magic"));
    }
    read.getEntries().values().removeIf(Attributes::isEmpty);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    read.write(out);
    return out.toByteArray();
  }

  private static byte[] packed(byte[] bytes, ClassHierarchyResolverOption known) {
    int version = (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
    return version < VERSION_WITH_STACK_MAPS ? upgraded(bytes, known) : bytes;
  }

  private static byte[] upgraded(byte[] bytes, ClassHierarchyResolverOption known) {
    ClassFile upgrade =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS, ConstantPoolSharingOption.NEW_POOL, known);
    ClassTransform methods =
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
    return upgrade.transformClass(
        upgrade.parse(bytes),
        methods.andThen(
            (built, element) ->
                built.with(
                    element instanceof ClassFileVersion
                        ? ClassFileVersion.of(VERSION_WITH_STACK_MAPS, 0)
                        : element)));
  }

  /** What the makers of stack maps know: the classes of all the jars, and those of Java. */
  private static ClassHierarchyResolverOption known(List<Path> jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    ClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    return ClassHierarchyResolverOption.of(
        ClassHierarchyResolver.ofResourceParsing(loader).cached());
  }
}
