package dev.enit.core.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * The keys of the pseudo-application {@code node}: settings for enit itself, never application
 * environment.
 */
public enum NodeKey {
  COOKIE("cookie", Type.TEXT),
  NODENAME("nodename", Type.TEXT),
  RUN_AS_USER("run_as_user", Type.STRING),
  RUN_AS_GROUP("run_as_group", Type.STRING),
  SMP("smp", Type.ATOM),
  HIDDEN("hidden", Type.BOOLEAN),
  CONNECT_ALL("connect_all", Type.BOOLEAN),
  STOP_TIMEOUT("stop_timeout", Type.MILLISECONDS),
  START_RETRIES("start_retries", Type.RETRIES),
  START_DELAY("start_delay", Type.SECONDS),
  ENV("env", Type.ENVIRONMENT);

  /** The name of the pseudo-application. */
  public static final String SECTION = "node";

  /** The type of a key's value. */
  public enum Type {
    /** A string, a binary or an atom. */
    TEXT,
    STRING,
    ATOM,
    BOOLEAN,
    /** An integer from 0, in milliseconds. */
    MILLISECONDS,
    /** An integer from 0, in seconds. */
    SECONDS,
    /** An integer from 0, or {@code unlimited}. */
    RETRIES,
    /** A list of {@code {"NAME", "value"}}, see {@link NodeEnvironment}. */
    ENVIRONMENT
  }

  private final String key;
  private final Type type;

  NodeKey(String key, Type type) {
    this.key = key;
    this.type = type;
  }

  /** Returns the key as it is written in a file. */
  public String key() {
    return key;
  }

  public Type type() {
    return type;
  }

  public static Optional<NodeKey> of(String key) {
    return Arrays.stream(values()).filter(node -> node.key.equals(key)).findFirst();
  }
}
