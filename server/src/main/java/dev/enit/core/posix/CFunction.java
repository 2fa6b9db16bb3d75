package dev.enit.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;

/**
 * A function of the C library that takes and returns integers and addresses, and reports an error
 * as -1 with {@code errno}.
 *
 * <p>Every argument is passed as 64 bits: the calling conventions of all 64-bit Linux systems allow
 * it for shorter types, and few call signatures start faster than many.
 */
final class CFunction {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final VarHandle ERRNO =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final String name;
  private final MethodHandle handle;

  private CFunction(String name, MethodHandle handle) {
    this.name = name;
    this.handle = handle;
  }

  /** Returns a function with a number of arguments. */
  static CFunction of(String name, int arity) {
    return of(name, arity, Linker.Option.captureCallState("errno"));
  }

  /**
   * Returns a variadic function, such as {@code fcntl(int, int, ...)}.
   *
   * @param fixed the number of arguments before the dots
   */
  static CFunction variadic(String name, int arity, int fixed) {
    return of(
        name,
        arity,
        Linker.Option.captureCallState("errno"),
        Linker.Option.firstVariadicArg(fixed));
  }

  @SuppressWarnings("restricted")
  private static CFunction of(String name, int arity, Linker.Option... options) {
    MemorySegment address =
        LINKER
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new UnsatisfiedLinkError("no function " + name));
    MemoryLayout[] arguments = Collections.nCopies(arity, JAVA_LONG).toArray(MemoryLayout[]::new);
    return new CFunction(
        name, LINKER.downcallHandle(address, FunctionDescriptor.of(JAVA_LONG, arguments), options));
  }

  /**
   * Calls a function that returns an {@code int}.
   *
   * @throws PosixException if it returns -1
   */
  int call(long... arguments) throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      int answer = (int) invoke(state, arguments);
      if (answer == -1) {
        throw new PosixException(name, (int) ERRNO.get(state, 0L));
      }
      return answer;
    }
  }

  /** Calls a function that returns nothing. */
  void run(long... arguments) {
    try (Arena arena = Arena.ofConfined()) {
      invoke(arena.allocate(Linker.Option.captureStateLayout()), arguments);
    }
  }

  private long invoke(MemorySegment state, long... a) {
    try {
      return switch (a.length) {
        case 0 -> (long) handle.invokeExact(state);
        case 1 -> (long) handle.invokeExact(state, a[0]);
        case 2 -> (long) handle.invokeExact(state, a[0], a[1]);
        case 3 -> (long) handle.invokeExact(state, a[0], a[1], a[2]);
        case 4 -> (long) handle.invokeExact(state, a[0], a[1], a[2], a[3]);
        default -> (long) handle.invokeExact(state, a[0], a[1], a[2], a[3], a[4]);
      };
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** Returns the name of a file, encoded as Java does it, with a null byte at its end. */
  static MemorySegment fileName(Arena arena, String name) {
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    return text(arena, name.getBytes(charset));
  }

  /** Returns a null-terminated array of addresses, as {@code argv} is. */
  static MemorySegment pointers(Arena arena, List<byte[]> texts) {
    MemorySegment array = arena.allocate(JAVA_LONG, texts.size() + 1L);
    for (int i = 0; i < texts.size(); i++) {
      array.setAtIndex(JAVA_LONG, i, text(arena, texts.get(i)).address());
    }
    return array;
  }

  /** Returns a null-terminated text. */
  static MemorySegment text(Arena arena, byte[] bytes) {
    MemorySegment text = arena.allocate(bytes.length + 1L);
    MemorySegment.copy(bytes, 0, text, java.lang.foreign.ValueLayout.JAVA_BYTE, 0, bytes.length);
    return text;
  }
}
