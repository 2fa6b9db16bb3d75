package dev.enit.lsp.sequence;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import dev.enit.lsp.RequestCorpus;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One editor with one server for a long time. Each step is made from a number and from the state of
 * the session then, so that steps can be left out and the rest is still legal.
 */
final class RandomSession implements AutoCloseable {
  private final SessionState world;
  private final boolean pulls;
  private final SequenceEditor editor;
  private final List<String> said = new ArrayList<>();

  private RandomSession(Path root, boolean pulls) {
    this.world = new SessionState(root);
    this.pulls = pulls;
    world.settings = settings("{}");
    Random random = new Random(1);
    for (Path file : world.files()) {
      SessionState.write(file, RandomTexts.of(file, random));
    }
    this.editor = SequenceEditor.fresh(world, pulls, random);
  }

  /**
   * Goes through steps.
   *
   * @return what went wrong, with the steps in words
   */
  static Optional<String> run(Path root, boolean pulls, List<Long> steps) {
    try (RandomSession conversation = new RandomSession(root, pulls)) {
      for (long step : steps) {
        Optional<String> wrong = conversation.step(new Random(step));
        if (wrong.isPresent()) {
          return Optional.of(String.join("\n", conversation.said) + "\n=> " + wrong.get());
        }
      }
      return Optional.empty();
    }
  }

  private Optional<String> step(Random random) {
    int kind = random.nextInt(32);
    if (kind < 4) {
      open(random);
    } else if (kind < 6) {
      close(random);
    } else if (kind < 8) {
      save(random);
    } else if (kind < 12) {
      changeDisk(random);
    } else if (kind < 13) {
      changeSettings(random);
    } else if (kind < 14) {
      changeFolders();
    } else if (kind < 15) {
      showVirtual(random);
    } else if (kind < 24) {
      edit(random);
    } else {
      return ask(random);
    }
    return Optional.empty();
  }

  // Steps.

  private void open(Random random) {
    List<String> closed = new ArrayList<>(world.documents());
    closed.removeAll(world.open.keySet());
    if (!closed.isEmpty()) {
      String uri = RandomTexts.pick(closed, random);
      String text =
          random.nextInt(4) == 0 ? RandomTexts.of(world.path(uri), random) : world.onDisk(uri);
      SessionState.Document document = new SessionState.Document(1 + random.nextInt(3), text);
      say("open " + uri + " " + show(text));
      world.open.put(uri, document);
      editor.opened(uri, document);
    }
  }

  private void close(Random random) {
    someOpen(random)
        .ifPresent(
            uri -> {
              say("close " + uri);
              world.open.remove(uri);
              editor.closed(uri);
            });
  }

  private void save(Random random) {
    someOpen(random)
        .filter(uri -> uri.startsWith("file:"))
        .ifPresent(
            uri -> {
              say("save " + uri);
              SessionState.write(world.path(uri), requireNonNull(world.open.get(uri)).text());
              JsonObject params = new JsonObject();
              params.add("textDocument", json("{\"uri\": \"%s\"}".formatted(uri)));
              editor.server().notify("textDocument/didSave", params);
              watched(List.of(world.path(uri)), 2);
            });
  }

  private void changeDisk(Random random) {
    Path path = RandomTexts.pick(world.files(), random);
    boolean there = Files.exists(path);
    switch (random.nextInt(5)) {
      case 0 -> {
        say("delete " + path);
        SessionState.delete(path);
        watched(List.of(path), 3);
      }
      case 1 -> {
        Path folder = requireNonNull(path.getParent());
        say("delete folder " + folder);
        List<Path> gone =
            world.files().stream()
                .filter(one -> one.startsWith(folder) && Files.exists(one))
                .toList();
        if (!folder.equals(world.root)) {
          SessionState.delete(folder);
          watched(gone, 3);
        }
      }
      default -> {
        String text = RandomTexts.of(path, random);
        say("write " + path + " " + show(text));
        SessionState.write(path, text);
        watched(List.of(path), there ? 2 : 1);
      }
    }
  }

  private void watched(Collection<Path> paths, int type) {
    JsonArray changes = new JsonArray();
    paths.forEach(
        path ->
            changes.add(
                json("{\"uri\": \"%s\", \"type\": %d}".formatted(SessionState.uri(path), type))));
    JsonObject params = new JsonObject();
    params.add("changes", changes);
    editor.server().notify("workspace/didChangeWatchedFiles", params);
  }

  private void changeSettings(Random random) {
    world.settings =
        settings(
            RandomTexts.pick(
                List.of(
                    "{}",
                    "{\"inlayHints\": {\"units\": false}}",
                    "{\"inlayHints\": {\"versions\": false, \"overridden\": false}}",
                    "{\"libDirs\": [\"lib\"]}",
                    "{\"releaseDir\": \"loose\"}",
                    "{\"releaseDir\": \"var/lib/enit\", \"configDir\": \"etc/enit\"}",
                    "{\"configDir\": \"loose\"}"),
                random));
    say("settings " + world.settings);
    editor.server().notify("workspace/didChangeConfiguration", json("{\"settings\": null}"));
  }

  private static JsonObject settings(String text) {
    JsonObject settings = json(text);
    settings.addProperty("trusted", false);
    return settings;
  }

  private void changeFolders() {
    world.folder = !world.folder;
    say("folder " + world.folder);
    String folder =
        "[{\"uri\": \"%s\", \"name\": \"folder\"}]".formatted(SessionState.uri(world.root));
    editor
        .server()
        .notify(
            "workspace/didChangeWorkspaceFolders",
            json(
                "{\"event\": {\"added\": %s, \"removed\": %s}}"
                    .formatted(world.folder ? folder : "[]", world.folder ? "[]" : folder)));
  }

  private void showVirtual(Random random) {
    String uri =
        RequestCorpus.virtual(
            SessionState.uri(
                world.root.resolve(random.nextBoolean() ? "etc/enit/web/x" : "etc/enit/mail/x")));
    say("show " + uri);
    editor.show(uri);
  }

  private void edit(Random random) {
    someOpen(random).ifPresent(uri -> edit(uri, random));
  }

  /** One to three changes of one notification, each in the text that those before it made. */
  private void edit(String uri, Random random) {
    SessionState.Document document = requireNonNull(world.open.get(uri));
    String text = document.text();
    JsonArray changes = new JsonArray();
    for (int i = random.nextInt(8) == 0 ? 3 : 1; i > 0; i--) {
      JsonObject change = new JsonObject();
      if (random.nextInt(12) == 0) {
        text = RandomTexts.of(world.path(uri), random);
        change.addProperty("text", text);
      } else {
        LineIndex lines = LineIndex.of(text);
        int start = boundary(text, random.nextInt(text.length() + 1));
        int end =
            boundary(
                text,
                Math.min(text.length(), start + (random.nextBoolean() ? 0 : random.nextInt(12))));
        String piece = RandomTexts.piece(random);
        change.add("range", range(lines.position(start), lines.position(end)));
        change.addProperty("text", piece);
        text =
            text.substring(0, lines.offset(lines.position(start)))
                + piece
                + text.substring(lines.offset(lines.position(end)));
      }
      changes.add(change);
    }
    SessionState.Document edited =
        new SessionState.Document(document.version() + 1 + random.nextInt(2), text);
    say("edit " + uri + " " + changes);
    world.open.put(uri, edited);
    editor.edited(uri, edited.version(), changes);
  }

  /** Editors edit whole characters. */
  private static int boundary(String text, int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && Character.isLowSurrogate(text.charAt(offset))
            && Character.isHighSurrogate(text.charAt(offset - 1));
    return inside ? offset - 1 : offset;
  }

  private static JsonObject range(Position start, Position end) {
    return json(
        "{\"start\": {\"line\": %d, \"character\": %d}, \"end\": {\"line\": %d, \"character\": %d}}"
            .formatted(start.line(), start.column(), end.line(), end.column()));
  }

  // Requests.

  /**
   * Some requests at once, of which some are cancelled, and edits right after them that must not
   * matter. Without those, what else they make possible is asked as well, and all that is shown.
   */
  private Optional<String> ask(Random random) {
    editor.settle();
    for (int i = random.nextInt(3); i > 0; i--) {
      edit(random);
    }
    SessionState then = world.copy();
    List<Question> questions = questions(random);
    List<Integer> ids =
        questions.stream().map(one -> editor.server().send(one.method(), one.params())).toList();
    boolean calm = random.nextBoolean();
    for (int i = calm ? 0 : 1 + random.nextInt(2); i > 0; i--) {
      edit(random);
    }
    ids.stream().filter(_ -> random.nextInt(6) == 0).forEach(editor.server()::cancel);
    try (SequenceEditor fresh = SequenceEditor.fresh(then, pulls, random)) {
      fresh.server().settle();
      ServerComparison comparison = new ServerComparison(editor, fresh);
      for (int i = 0; i < ids.size(); i++) {
        Question question = questions.get(i);
        JsonElement answer = SequenceEditor.result(editor.server().answer(ids.get(i)));
        Optional<String> wrong = comparison.answer(question, answer);
        if (wrong.isEmpty() && calm) {
          for (Question next : RequestCorpus.following(question, answer, 2)) {
            JsonElement more =
                SequenceEditor.result(editor.server().request(next.method(), next.params()));
            wrong = wrong.or(() -> comparison.answer(next, more));
          }
        }
        if (wrong.isPresent()) {
          return wrong;
        }
      }
      return calm ? comparison.screens() : Optional.empty();
    }
  }

  private List<Question> questions(Random random) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String uri =
          someOpen(random)
              .filter(_ -> random.nextInt(8) > 0)
              .orElse(RandomTexts.pick(world.documents(), random));
      LineIndex lines =
          LineIndex.of(
              world.open.containsKey(uri)
                  ? requireNonNull(world.open.get(uri)).text()
                  : world.onDisk(uri));
      Position one = new Position(random.nextInt(lines.count()), random.nextInt(40));
      Position other = new Position(random.nextInt(lines.count()), random.nextInt(40));
      Spot spot = new Spot(uri, one.line(), one.column(), other.line(), other.column());
      questions.add(
          RandomTexts.pick(
              RequestCorpus.about(spot).stream().filter(this::isTimeless).toList(), random));
    }
    return questions;
  }

  /**
   * Returns whether an answer depends on nothing but texts. What is said of a node comes when it
   * comes, also that it is not looked at; and what an editor shows is asked for by {@link
   * SequenceEditor}, since the server remembers what it told.
   */
  private boolean isTimeless(Question question) {
    String method = question.method();
    return !method.startsWith("enit/release")
        && !method.endsWith("codeLens")
        && !method.endsWith("textDocumentContent")
        && !(pulls && method.endsWith("diagnostic"));
  }

  private Optional<String> someOpen(Random random) {
    return world.open.isEmpty()
        ? Optional.empty()
        : Optional.of(RandomTexts.pick(List.copyOf(world.open.keySet()), random));
  }

  private void say(String what) {
    said.add("- " + what.replace(world.root.toString(), ""));
  }

  private static String show(String text) {
    return new com.google.gson.JsonPrimitive(text).toString();
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Override
  public void close() {
    editor.close();
  }
}
