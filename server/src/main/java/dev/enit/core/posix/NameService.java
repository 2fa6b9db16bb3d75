package dev.enit.core.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.function.Function;

/**
 * The name service of the host: the C library looks a user or a group up in the sources that {@code
 * nsswitch.conf} names, such as LDAP, SSSD or systemd, and takes as long as they do. A JVM needs
 * {@code --enable-native-access=ALL-UNNAMED} for it; without it every result is empty.
 */
public final class NameService {
  /** Users, by {@code getpwnam_r(3)}. */
  public static final NameService USERS = new NameService("getpwnam_r");

  /** Groups, by {@code getgrnam_r(3)}. */
  public static final NameService GROUPS = new NameService("getgrnam_r");

  // Longer than struct passwd and struct group on every system.
  private static final int ENTRY_BYTES = 256;
  private static final int FIRST_BUFFER = 4 * 1024;
  // Enough for a group with very many members.
  private static final int LAST_BUFFER = 4 * 1024 * 1024;
  private static final int ERANGE = 34;

  // In struct passwd and struct group name and password come first.
  private static final long ID = 16;
  private static final long PRIMARY_GROUP = 20;
  private static final long HOME = 32;
  private static final long SHELL = 40;

  private final Optional<MethodHandle> function;

  private NameService(String function) {
    this.function = link(function);
  }

  /** Returns the user with a name, or empty if there is none or it cannot be determined. */
  public static Optional<UserEntry> user(String name) {
    return USERS
        .find(
            name,
            entry ->
                new UserEntry(
                    name,
                    entry.get(JAVA_INT, ID),
                    entry.get(JAVA_INT, PRIMARY_GROUP),
                    text(entry, HOME),
                    text(entry, SHELL)))
        .flatMap(user -> user);
  }

  /** Returns the group with a name, or empty if there is none or it cannot be determined. */
  public static Optional<GroupEntry> group(String name) {
    return GROUPS
        .find(name, entry -> new GroupEntry(name, entry.get(JAVA_INT, ID)))
        .flatMap(group -> group);
  }

  /** Returns whether an entry with a name exists, or empty if that cannot be determined. */
  public Optional<Boolean> has(String name) {
    return find(name, _ -> true).map(Optional::isPresent);
  }

  /** Returns the entry with a name, if there is one, or empty if that cannot be determined. */
  private <T> Optional<Optional<T>> find(String name, Function<MemorySegment, T> reader) {
    if (name.indexOf('\0') >= 0) {
      return Optional.of(Optional.empty());
    }
    return function.flatMap(call -> ask(call, name, reader));
  }

  private static <T> Optional<Optional<T>> ask(
      MethodHandle call, String name, Function<MemorySegment, T> reader) {
    for (int size = FIRST_BUFFER; size <= LAST_BUFFER; size *= 8) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment result = arena.allocate(ADDRESS);
        MemorySegment entry = arena.allocate(ENTRY_BYTES, 16);
        int error =
            (int)
                call.invokeExact(
                    arena.allocateFrom(name), entry, arena.allocate(size), (long) size, result);
        if (error != ERANGE) {
          boolean found = result.get(ADDRESS, 0).address() != 0;
          return error == 0
              ? Optional.of(found ? Optional.of(reader.apply(entry)) : Optional.empty())
              : Optional.empty();
        }
      } catch (Throwable e) {
        // Any failure of the call means that the result is unknown.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns a text that an entry points to. */
  @SuppressWarnings("restricted")
  private static String text(MemorySegment entry, long offset) {
    MemorySegment address = entry.get(ADDRESS, offset);
    return address.address() == 0 ? "" : address.reinterpret(LAST_BUFFER).getString(0);
  }

  /**
   * Links {@code int f(const char *name, void *entry, char *buffer, size_t size, void **result)}.
   */
  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> link(String function) {
    try {
      Linker linker = Linker.nativeLinker();
      return linker
          .defaultLookup()
          .find(function)
          .map(
              address ->
                  linker.downcallHandle(
                      address,
                      FunctionDescriptor.of(
                          JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS)));
    } catch (UnsupportedOperationException | IllegalCallerException e) {
      return Optional.empty();
    }
  }

  /**
   * A group of the host, from {@code getgrnam(3)}.
   *
   * @param gid its number, unsigned in 32 bits
   */
  public record GroupEntry(String name, int gid) {}

  /**
   * A user of the host, from {@code getpwnam(3)}.
   *
   * @param uid the number of the user, unsigned in 32 bits
   * @param gid the number of its primary group
   * @param home its directory, which need not exist
   */
  public record UserEntry(String name, int uid, int gid, String home, String shell) {
    private static final int ROOT_ID = 0;

    /** Returns whether this is root. */
    public boolean isRoot() {
      return uid == ROOT_ID;
    }
  }
}
