package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests a long session of editing, with a server in a separate process: it ends with the memory
 * that it began with. {@code make soak} makes 100,000 edits.
 *
 * <ul>
 *   <li>{@code -Denit.soak=100000} makes more edits than usual;
 *   <li>{@code -Denit.seed=17} repeats a run, whose seed it has printed.
 * </ul>
 */
class SoakTest {
  private static final int USUAL = 6_000;

  /** After these the classes are loaded and the caches are filled. */
  private static final int WARM = 3_000;

  /** Between two answers that are waited for. */
  private static final int BATCH = 20;

  private static final int LONGEST = 3_000;
  private static final int MOST_UNDONE = 50;

  /**
   * The growth that the live heap may have, in bytes: classes are loaded as long as something is
   * new.
   */
  private static final long MOST_GROWTH = 512 << 10;

  private static final long MOST_GROWTH_OF_MANY = 1536 << 10;

  /** The resident set, in KiB. */
  private static final long MOST_RESIDENT = 512 << 10;

  private static final Map<String, String> FILES =
      Map.of(
          "var/lib/enit/web/release.enit",
          "{release, web, [\n    {vsn, \"1\"},\n    {applications, [kernel, stdlib, sasl]}\n]}.\n",
          "var/lib/enit/web/a.config",
          "{kernel, [{net_ticktime, 17}, {logger_level, info}]}.\n{sasl, [{utc_log, true}]}.\n",
          "etc/enit/web/user.config",
          "{kernel, [{net_ticktime, 60}]}.\n{extension, more, [{applications, [ssl]}]}.\n",
          "var/lib/enit/mail/release.enit",
          "{release, mail, [{vsn, \"2\"}, {applications, [late, late, nowhere]}]}.\n",
          "etc/enit/mail/user.config",
          "{node, [{nodename, \"mail\"}, {stop_timeout, 5000}]}.\n{shop, [{size, 1}]}.\n",
          "loose/loose.config",
          "{shop, [{size, 2}, {mode, fast}]}.\n");

  private static final List<String> PIECES =
      List.of(
          "",
          "",
          "",
          "",
          "x",
          "7",
          ",",
          ".",
          "}",
          "{",
          "]",
          "[",
          "\"",
          "\n",
          " ",
          "%",
          "🦊",
          "å",
          ", {size, 9}",
          "\n{shop, [{size, 8}]}.\n",
          "kernel",
          "{node, [{cookie, hush}]}.\n");

  @TempDir private Path folder;
  private final Map<String, Document> open = new LinkedHashMap<>();
  private final List<String> uris = new ArrayList<>();

  /** An open document. */
  private static final class Document {
    private String text;
    private int version = 1;
    private final Deque<String> before = new ArrayDeque<>();

    Document(String text) {
      this.text = text;
    }
  }

  @Test
  void memoryIsTheSameAfterManyEdits() throws IOException, InterruptedException {
    int edits = Integer.getInteger("enit.soak", USUAL);
    long seed = Long.getLong("enit.seed", System.nanoTime());
    Random random = new Random(seed);
    Path root = folder.toRealPath();
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("x").getParent());
      Files.writeString(path, file.getValue());
      uris.add("file://" + path);
    }
    uris.sort(null);
    Process process = FakeEditor.spawn(Map.of());
    try (FakeEditor editor =
        FakeEditor.on(process, process.getInputStream(), process.getOutputStream())) {
      editor.initialize(
          RequestCorpus.initialize(new JsonObject(), List.of("file://" + root)).toString());
      edit(editor, random, WARM);
      long before = liveHeap(process);
      long residentBefore = resident(process);
      long start = System.nanoTime();
      edit(editor, random, edits - WARM);
      long seconds = (System.nanoTime() - start) / 1_000_000_000;
      long after = liveHeap(process);
      long resident = resident(process);
      System.out.printf(
          "soak: seed %d, %,d edits, %d s; live heap %,d -> %,d KiB; resident %,d -> %,d KiB%n",
          seed, edits, seconds, before >> 10, after >> 10, residentBefore, resident);
      assertTrue(
          after - before < (edits > USUAL ? MOST_GROWTH_OF_MANY : MOST_GROWTH),
          () -> "seed %d: live heap %,d -> %,d bytes".formatted(seed, before, after));
      assertTrue(resident < MOST_RESIDENT, () -> "seed %d: %,d KiB".formatted(seed, resident));
      var _ = editor.request("shutdown", null);
      editor.notify("exit", null);
      assertEquals(0, process.waitFor());
    }
  }

  /** Makes edits and closes all documents. */
  private void edit(FakeEditor editor, Random random, int edits) throws IOException {
    for (int edit = 0; edit < edits; edit++) {
      step(editor, random);
      if (edit % BATCH == 0) {
        ask(editor, random);
      }
    }
    for (String uri : List.copyOf(open.keySet())) {
      close(editor, uri);
    }
    ask(editor, random);
  }

  private void step(FakeEditor editor, Random random) throws IOException {
    String uri = uris.get(random.nextInt(uris.size()));
    Document document = open.get(uri);
    if (document == null) {
      open(editor, uri);
      return;
    }
    int kind = random.nextInt(100);
    if (kind < 4) {
      close(editor, uri);
    } else if (kind < 8) {
      save(editor, uri, document);
    } else if (kind < 20 && !document.before.isEmpty()) {
      change(editor, uri, document, 0, document.text.length(), document.before.removeLast());
    } else if (document.text.length() > LONGEST) {
      change(editor, uri, document, 0, document.text.length(), Files.readString(path(uri)));
    } else {
      document.before.add(document.text);
      if (document.before.size() > MOST_UNDONE) {
        document.before.removeFirst();
      }
      int start = boundary(document.text, random.nextInt(document.text.length() + 1));
      int end =
          boundary(document.text, Math.min(document.text.length(), start + random.nextInt(4)));
      change(editor, uri, document, start, end, PIECES.get(random.nextInt(PIECES.size())));
    }
  }

  /** Editors edit whole characters. */
  private static int boundary(String text, int offset) {
    boolean isInside =
        offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
    return isInside ? offset - 1 : offset;
  }

  private void open(FakeEditor editor, String uri) throws IOException {
    Document document = new Document(Files.readString(path(uri)));
    open.put(uri, document);
    JsonObject item = new JsonObject();
    item.addProperty("uri", uri);
    item.addProperty("languageId", "enit");
    item.addProperty("version", document.version);
    item.addProperty("text", document.text);
    editor.notify("textDocument/didOpen", in("textDocument", item));
  }

  private void close(FakeEditor editor, String uri) {
    open.remove(uri);
    editor.notify("textDocument/didClose", in("textDocument", identifier(uri)));
  }

  /** Every other time what was read first is written back, so that files stay what they are. */
  private void save(FakeEditor editor, String uri, Document document) throws IOException {
    String original = FILES.get(folder.toRealPath().relativize(path(uri)).toString());
    Files.writeString(
        path(uri), document.version % 2 == 0 || original == null ? document.text : original);
    editor.notify("textDocument/didSave", in("textDocument", identifier(uri)));
    JsonObject event = identifier(uri);
    event.addProperty("type", 2);
    editor.notify("workspace/didChangeWatchedFiles", in("changes", array(event)));
  }

  private static void change(
      FakeEditor editor, String uri, Document document, int start, int end, String text) {
    LineIndex lines = LineIndex.of(document.text);
    JsonObject range = new JsonObject();
    range.add("start", position(lines.position(start)));
    range.add("end", position(lines.position(end)));
    JsonObject change = new JsonObject();
    change.add("range", range);
    change.addProperty("text", text);
    JsonObject identifier = identifier(uri);
    identifier.addProperty("version", ++document.version);
    JsonObject params = in("textDocument", identifier);
    params.add("contentChanges", array(change));
    editor.notify("textDocument/didChange", params);
    document.text = document.text.substring(0, start) + text + document.text.substring(end);
  }

  /** Asks something and waits for the answer, so that the server is not further after than this. */
  private void ask(FakeEditor editor, Random random) {
    String uri = uris.get(random.nextInt(uris.size()));
    int line = random.nextInt(6);
    List<Question> questions =
        RequestCorpus.about(new Spot(uri, line, random.nextInt(40), line + 3, 0));
    Question question = questions.get(random.nextInt(questions.size()));
    var _ = editor.answer(editor.send(question.method(), question.params()));
    editor.forgetAll();
  }

  private static Path path(String uri) {
    return Path.of(uri.substring("file://".length()));
  }

  private static JsonObject identifier(String uri) {
    JsonObject identifier = new JsonObject();
    identifier.addProperty("uri", uri);
    return identifier;
  }

  private static JsonObject position(Position position) {
    return JsonParser.parseString(
            "{\"line\": %d, \"character\": %d}".formatted(position.line(), position.column()))
        .getAsJsonObject();
  }

  private static JsonObject in(String name, JsonElement value) {
    JsonObject params = new JsonObject();
    params.add(name, value);
    return params;
  }

  private static JsonArray array(JsonElement element) {
    JsonArray array = new JsonArray();
    array.add(element);
    return array;
  }

  /** Returns the bytes of all objects that are reachable. */
  private static long liveHeap(Process process) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram").start();
    String histogram = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String total =
        histogram
            .lines()
            .filter(line -> line.startsWith("Total"))
            .map(String::strip)
            .findFirst()
            .orElseThrow(() -> new UncheckedIOException(new IOException(histogram)));
    return Long.parseLong(total.substring(total.lastIndexOf(' ') + 1));
  }

  private static long resident(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
