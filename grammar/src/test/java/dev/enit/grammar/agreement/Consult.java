package dev.enit.grammar.agreement;

import dev.enit.grammar.term.OtpSyntax;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code file:consult/1} of the OTP on this machine: one emulator that answers many questions. */
public final class Consult implements AutoCloseable {
  /**
   * The result of consult for a text: the number of its terms, or the line and words of its error.
   */
  public record Answer(boolean accepted, int number, String words) {}

  /** The value that consult reads: a hash of the terms, or the line of the error. */
  public record Value(boolean accepted, long hash, int line) {}

  private final Path directory;
  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream answers;
  private final OtpSyntax syntax;

  public Consult() throws IOException {
    directory = Files.createTempDirectory("enit-consult");
    Path script = directory.resolve("consult.escript");
    try (InputStream source = Consult.class.getResourceAsStream("/agreement/consult.escript")) {
      Files.copy(Objects.requireNonNull(source), script);
    }
    process = start(script);
    requests = new DataOutputStream(process.getOutputStream());
    answers = new DataInputStream(process.getInputStream());
    syntax = new OtpSyntax(release());
  }

  private Process start(Path script) {
    try {
      return new ProcessBuilder("escript", script.toString(), directory.toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException absent) {
      throw new UncheckedIOException(
          "Erlang is not installed, and these tests compare with it: install Debian's erlang-base,"
              + " or put escript of another OTP on the PATH.",
          absent);
    }
  }

  /** Returns the OTP release, such as 25. */
  private int release() {
    return Integer.parseInt(ask("r".getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the term syntax of this OTP. */
  public OtpSyntax syntax() {
    return syntax;
  }

  /** Returns what consult makes of a file with these bytes. */
  public Answer consult(byte[] bytes) {
    String answer = ask(concat("c".getBytes(StandardCharsets.UTF_8), bytes));
    String[] words = answer.split(" ", 3);
    int number = Integer.parseInt(words[1]);
    return new Answer(words[0].equals("ok"), number, words.length > 2 ? words[2] : "");
  }

  public Answer consult(String text) {
    return consult(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the value of the one term of a text, strings as lists of numbers; {@code "no"} if
   * refused.
   */
  public String value(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ask(concat("v".getBytes(StandardCharsets.UTF_8), bytes));
  }

  /** Returns whether consult reads a text, with a hash of the value. */
  public Value hash(String text) {
    String answer = ask(concat(new byte[] {'h'}, text.getBytes(StandardCharsets.UTF_8)));
    String[] words = answer.split(" ", 3);
    boolean accepted = words[0].equals("ok");
    long number = Long.parseLong(words[1]);
    return new Value(accepted, accepted ? number : 0, accepted ? 0 : (int) number);
  }

  /** Returns whether two texts are read as the same terms: {@code "same"}, or what is different. */
  public String compare(byte[] one, byte[] other) {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(request)) {
      out.write('s');
      out.writeInt(one.length);
      out.write(one);
      out.write(other);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return ask(request.toByteArray());
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private String ask(byte[] request) {
    try {
      requests.writeInt(request.length);
      requests.write(request);
      requests.flush();
      return new String(answers.readNBytes(answers.readInt()), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the emulator has gone", broken);
    }
  }

  /** Ends the emulator: it goes when its input does. */
  @Override
  public void close() throws IOException {
    requests.close();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
