package dev.enit.lsp.convert;

import dev.enit.core.ide.token.SemanticToken;
import dev.enit.core.ide.token.SemanticTokens;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Form.FormTree;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/**
 * The semantic tokens of a document in the encoding of the protocol. The tokens of a form are
 * reused as long as the form keeps its tree, so that a keystroke costs one form and some copying.
 */
public final class EncodedTokens {
  private final PositionEncoding encoding;
  private final Path path;
  private final TermFile file;
  private final IdentityHashMap<FormTree, TokenUnit> known;
  private final IdentityHashMap<FormTree, TokenUnit> units = new IdentityHashMap<>();
  private int[] data = new int[0];
  private int size;
  private int line;
  private int column;

  private EncodedTokens(
      PositionEncoding encoding,
      Path path,
      TermFile file,
      IdentityHashMap<FormTree, TokenUnit> known) {
    this.encoding = encoding;
    this.path = path;
    this.file = file;
    this.known = known;
  }

  /** Returns the tokens of a whole document. */
  public static Tokens of(PositionEncoding encoding, Path path, TermFile file, Tokens before) {
    EncodedTokens tokens = new EncodedTokens(encoding, path, file, before.units);
    tokens.data = new int[before.data.length + 64 * TokenEncoder.NUMBERS];
    tokens.add(new Span(0, file.text().length()));
    return new Tokens(Arrays.copyOf(tokens.data, tokens.size), tokens.units);
  }

  /** Returns the tokens on the lines that a range touches. */
  public static int[] in(
      PositionEncoding encoding, Path path, TermFile file, Span range, Tokens before) {
    int first = file.lines().line(range.start());
    int last = file.lines().line(range.end());
    EncodedTokens tokens = new EncodedTokens(encoding, path, file, before.units);
    tokens.add(Span.between(file.lines().lineSpan(first), file.lines().lineSpan(last)));
    return TokenLines.within(Arrays.copyOf(tokens.data, tokens.size), first, last);
  }

  /** The encoded tokens that a client has been sent, and the units that they consist of. */
  public static final class Tokens {
    public static final Tokens NONE = new Tokens(new int[0], new IdentityHashMap<>());
    private final int[] data;
    private final IdentityHashMap<FormTree, TokenUnit> units;

    private Tokens(int[] data, IdentityHashMap<FormTree, TokenUnit> units) {
      this.data = data;
      this.units = units;
    }

    /** Returns the unit of a form, or {@code null} if there is none. */
    @Nullable TokenUnit unit(FormTree tree) {
      return units.get(tree);
    }

    /** Returns the encoded tokens, an array that must not be changed. */
    public int[] data() {
      return data;
    }
  }

  private void add(Span range) {
    if (!file.errors().isEmpty()) {
      // A text that is too long was not parsed.
      return;
    }
    int last = 0;
    for (Form form : file.forms()) {
      if (form.start() > range.end()) {
        break;
      }
      if (form.end() >= range.start()) {
        between(Math.max(last, range.start()), form.start());
        add(form.start(), unit(form));
      }
      last = form.end();
    }
    between(Math.max(last, range.start()), range.end());
  }

  private void between(int from, int to) {
    if (from < to) {
      List<SemanticToken> comments = SemanticTokens.comments(file.text(), new Span(from, to));
      add(from, TokenEncoder.encode(encoding, file, from, comments));
    }
  }

  private TokenUnit unit(Form form) {
    TokenUnit unit = known.get(form.tree());
    if (unit == null) {
      List<SemanticToken> tokens = SemanticTokens.of(path, form, file.text());
      unit = TokenEncoder.encode(encoding, file, form.start(), tokens);
    }
    units.put(form.tree(), unit);
    return unit;
  }

  private void add(int start, TokenUnit unit) {
    if (unit.isEmpty()) {
      return;
    }
    int[] numbers = unit.data();
    if (size + numbers.length > data.length) {
      data = Arrays.copyOf(data, Math.max(data.length * 2, size + numbers.length));
    }
    System.arraycopy(numbers, 0, data, size, numbers.length);
    Position at = encoding.position(file, start + unit.from());
    data[size] = at.getLine() - line;
    data[size + 1] = at.getCharacter() - (at.getLine() == line ? column : 0);
    size += numbers.length;
    line = at.getLine() + unit.lines();
    column = unit.column() + (unit.lines() == 0 ? at.getCharacter() : 0);
  }
}
