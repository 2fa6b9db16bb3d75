import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs the same code as the compiler made it and as {@link PlainBytecode} rewrites it: both must
 * say the same.
 *
 * <p>Usage: {@code java TryPlainBytecode.java}; prints what differs and fails.
 */
final class TryPlainBytecode {
  private static final ClassLoader COMPILED = TryPlainBytecode.class.getClassLoader();

  public static void main(String[] args) throws Exception {
    String expected = new Code().get();
    Class<?> rewritten = new Rewritten().loadClass(Code.class.getName());
    Object said = ((Supplier<?>) rewritten.getDeclaredConstructor().newInstance()).get();
    if (!said.equals(expected)) {
      System.out.println("compiled:  " + expected + "\nrewritten: " + said);
      System.exit(1);
    }
    System.out.print("the same");
  }

  /** Loads this program's classes anew, rewritten. */
  private static final class Rewritten extends ClassLoader {
    private static final ClassFile CLASS_FILE =
        ClassFile.of(
            ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(COMPILED)));

    Rewritten() {
      super(COMPILED);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("TryPlainBytecode")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = COMPILED.getResourceAsStream(name + ".class")) {
        byte[] compiled = in.readAllBytes();
        byte[] plain = PlainBytecode.of(CLASS_FILE, compiled);
        boolean generates = CLASS_FILE.parse(compiled).constantPool().bootstrapMethodCount() > 0;
        if (generates && Arrays.equals(plain, compiled)) {
          throw new ClassNotFoundException(name + " was not rewritten");
        }
        return defineClass(name, plain, 0, plain.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  sealed interface Shape {
    /** A pattern switch in an interface: the method that is added is one of an interface. */
    static String kind(Shape shape) {
      return switch (shape) {
        case Circle circle when circle.radius() > 10 -> "big circle";
        case Circle(var radius) when radius < 0 -> "no circle";
        case Circle circle -> "circle of " + circle.radius();
        case Pair(Circle first, Circle second) -> "circles " + first + second;
        case Pair pair -> "pair of " + kind(pair.first()) + " and " + kind(pair.second());
        case null -> "nothing";
      };
    }
  }

  record Circle(double radius) implements Shape {}

  record Pair(Shape first, Shape second) implements Shape {}

  record Empty() {}

  record Every(
      int i, long l, float f, double d, char c, byte b, short s, boolean z, String o, List<?> e) {}

  public static final class Code implements Supplier<String> {
    @Override
    public String get() {
      List<Object> values = values();
      StringBuilder said = new StringBuilder();
      for (Object value : values) {
        said.append(value).append(' ').append(value.hashCode()).append(' ').append(kind(value));
        values.forEach(other -> said.append(value.equals(other) ? 1 : 0));
        said.append(value.equals(null)).append(value.equals("other")).append('\n');
      }
      return said.append(Shape.kind(null)).toString();
    }

    private static String kind(Object value) {
      return switch (value) {
        case Shape shape -> Shape.kind(shape);
        case Every every when every.z() -> "true";
        case Every every -> "false " + every.i();
        case int[] _ -> "array";
        case Empty _ -> "empty";
        default -> "default";
      };
    }

    private static List<Object> values() {
      List<Object> values = new ArrayList<>();
      for (double radius : new double[] {0.0, -0.0, Double.NaN, 11, -1}) {
        values.add(new Circle(radius));
        values.add(new Pair(new Circle(radius), null));
        values.add(new Pair(new Circle(radius), new Circle(1)));
        values.add(new Pair(new Pair(null, null), new Circle(radius)));
      }
      for (int i = 0; i < 11; i++) {
        values.add(every(i));
        values.add(every(i));
      }
      values.addAll(List.of(new Empty(), new Empty(), 1));
      return values;
    }

    /** Ten values that differ in one component each, and one that differs in none. */
    private static Every every(int differs) {
      return new Every(
          differs == 0 ? 7 : 1,
          differs == 1 ? 1L << 40 : 2,
          differs == 2 ? Float.NaN : 3,
          differs == 3 ? -0.0 : 0.0,
          differs == 4 ? 'ü' : 'a',
          (byte) (differs == 5 ? -5 : 5),
          (short) (differs == 6 ? -6 : 6),
          differs == 7,
          differs == 8 ? null : "o",
          differs == 9 ? List.of(1) : List.of());
    }
  }
}
