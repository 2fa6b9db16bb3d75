package dev.enit.lsp.convert;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.validation.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A validator that finds missing required members of parameters by LSP4J's annotations. It uses
 * reflection, so it runs only to explain why a handler failed, not for requests that succeed. A
 * client is also not refused a response for a member that the response does not need.
 */
public final class ParameterValidator {
  private static final String TYPES = "org.eclipse.lsp4j.";

  /**
   * The maximum depth of the search, since parameters may contain each other, and clients may nest
   * them without limit.
   */
  private static final int DEEPEST = 20;

  private ParameterValidator() {}

  /** Returns the path of the first missing member, such as {@code range.start}. */
  public static Optional<String> missing(@Nullable Object params) {
    return params == null ? Optional.of("params") : missing(params, "", DEEPEST);
  }

  private static Optional<String> missing(@Nullable Object value, String path, int depth) {
    if (value == null || depth == 0) {
      return Optional.empty();
    }
    if (value instanceof Either<?, ?> either) {
      return missing(either.get(), path, depth);
    }
    if (value instanceof List<?> list) {
      return inList(list, path, depth);
    }
    return value.getClass().getName().startsWith(TYPES)
        ? inObject(value, path, depth)
        : Optional.empty();
  }

  private static Optional<String> inList(List<?> list, String path, int depth) {
    for (int i = 0; i < list.size(); i++) {
      String element = path + "[" + i + "]";
      Optional<String> missing =
          list.get(i) == null ? Optional.of(element) : missing(list.get(i), element, depth - 1);
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inObject(Object object, String path, int depth) {
    for (Method method : object.getClass().getMethods()) {
      String name = property(method);
      if (!name.isEmpty()) {
        String property = path.isEmpty() ? name : path + "." + name;
        Object value = value(method, object);
        Optional<String> missing =
            value == null && method.isAnnotationPresent(NonNull.class)
                ? Optional.of(property)
                : missing(value, property, depth - 1);
        if (missing.isPresent()) {
          return missing;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the name of the property that a method reads; empty if it is no getter. */
  private static String property(Method method) {
    String name = method.getName();
    boolean isGetter =
        name.length() > 3
            && name.startsWith("get")
            && method.getParameterCount() == 0
            && method.getDeclaringClass() != Object.class;
    return isGetter ? Character.toLowerCase(name.charAt(3)) + name.substring(4) : "";
  }

  private static @Nullable Object value(Method getter, Object object) {
    try {
      return getter.invoke(object);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
