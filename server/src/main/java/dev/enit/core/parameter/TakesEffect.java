package dev.enit.core.parameter;

import dev.enit.core.config.NodeKey;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.OtpIndex;
import dev.enit.core.parameter.Parameters.Parameter;
import dev.enit.core.text.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The time at which a change of a setting reaches a running node, and why, as far as files tell:
 * what the application does in its callback, and how often it reads its environment, is in no file.
 */
public enum TakesEffect {
  /** The application is told: its callback module exports {@code config_change/3}. */
  CALLBACK(Kind.AT_ONCE),
  /** OTP documents it so, or enit does what it needs. */
  DOCUMENTED_AT_ONCE(Kind.AT_ONCE),
  /** OTP reads it each time it needs it. */
  DOCUMENTED_READ(Kind.READ),
  /** The application is not told. */
  NO_CALLBACK(Kind.READ),
  /** The application is loaded and was not started by itself: it is stopped, or part of another. */
  NOT_STARTED(Kind.READ),
  /** A library has no process that could be told. */
  LIBRARY(Kind.READ),
  /** The application reads it when it starts. */
  DOCUMENTED_RESTART(Kind.RESTART),
  /** The section of the node is read before the emulator starts. */
  NODE(Kind.RESTART),
  /** The kernel is the first to start and reads nearly everything then. */
  KERNEL(Kind.RESTART),
  /** The node has not loaded the application, and will when it starts again. */
  NOT_YET_LOADED(Kind.RESTART),
  /** Nothing of the release needs the application. */
  NOT_LOADED(Kind.NEVER),
  NOT_INSTALLED(Kind.NEVER),
  /** The callback module is not compiled, so it cannot be seen whether it wants to be told. */
  CALLBACK_UNKNOWN(Kind.UNKNOWN),
  /** Without an OTP, or without a release, nothing can be said. */
  UNKNOWN(Kind.UNKNOWN);

  /** The moment. */
  public enum Kind {
    AT_ONCE,
    READ,
    RESTART,
    NEVER,
    UNKNOWN;

    /**
     * By its name in the catalogue.
     *
     * @throws IllegalArgumentException for another name
     */
    static Kind of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  private static final String CONFIG_CHANGE = "config_change/3";
  private final Kind kind;

  TakesEffect(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** A sentence in Markdown. */
  public String text(String application) {
    return Messages.text("effect." + name(), application);
  }

  /**
   * For a key of an application that a node has loaded.
   *
   * @param loaded the applications of the node; empty where they are not known
   */
  public static TakesEffect of(
      String application, String key, OtpIndex otp, Optional<Set<String>> loaded) {
    if (application.equals(NodeKey.SECTION)) {
      return NODE;
    }
    if (otp.install().isEmpty() && otp.find(application).isEmpty()) {
      return UNKNOWN;
    }
    if (otp.find(application).isEmpty()) {
      return NOT_INSTALLED;
    }
    if (loaded.isPresent() && !loaded.get().contains(application)) {
      return NOT_LOADED;
    }
    return Parameters.find(application, key)
        .map(Parameter::kind)
        .flatMap(TakesEffect::documented)
        .orElseGet(() -> byCallback(application, otp));
  }

  /**
   * For a key of an application that a running node has loaded, by what the node says of itself.
   *
   * @param isRunning whether it is started there
   * @param isTold whether it is started there and has {@code config_change/3}
   */
  public static TakesEffect inNode(
      String application, String key, boolean isRunning, boolean isTold) {
    return Parameters.find(application, key)
        .map(Parameter::kind)
        .flatMap(TakesEffect::documented)
        .orElseGet(() -> undocumented(application, isRunning, isTold));
  }

  private static TakesEffect undocumented(String application, boolean isRunning, boolean isTold) {
    if (application.equals("kernel")) {
      return KERNEL;
    }
    if (!isRunning) {
      return NOT_STARTED;
    }
    return isTold ? CALLBACK : NO_CALLBACK;
  }

  private static Optional<TakesEffect> documented(Kind kind) {
    return Arrays.stream(values())
        .filter(effect -> effect.name().equals("DOCUMENTED_" + kind.name()))
        .findFirst();
  }

  private static TakesEffect byCallback(String application, OtpIndex otp) {
    if (application.equals("kernel")) {
      return KERNEL;
    }
    Optional<AppFile> app = otp.appFile(application);
    if (app.isEmpty()) {
      return UNKNOWN;
    }
    if (app.get().module().isEmpty()) {
      return LIBRARY;
    }
    Set<String> callbacks = otp.callbacks(app.get());
    if (callbacks.isEmpty()) {
      return CALLBACK_UNKNOWN;
    }
    return callbacks.contains(CONFIG_CHANGE) ? CALLBACK : NO_CALLBACK;
  }
}
