package dev.enit.lsp.convert;

import com.google.gson.JsonObject;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.CodeActionItem;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.ide.lens.NodeActions.NodeAction;
import dev.enit.core.text.VisibleText;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.jspecify.annotations.Nullable;

/** The converter of code actions. */
public record CodeActionConverter(LspConverter to, Workspace workspace, TermFile file) {

  /** The kind of actions on a node, which change no text. */
  public static final String NODE = "enit.node";

  /** Returns the kind of the protocol for a kind of the core. */
  public static String kind(Kind kind) {
    return switch (kind) {
      case QUICK_FIX -> CodeActionKind.QuickFix;
      case MOVE -> CodeActionKind.RefactorMove;
      case REWRITE -> CodeActionKind.RefactorRewrite;
      case EXTRACT -> CodeActionKind.RefactorExtract;
      case FIX_ALL -> CodeActionKind.SourceFixAll + ".enit";
    };
  }

  /**
   * Returns the kinds that a client requests. Kinds form a tree: a client that names a kind
   * requests everything below it. Actions on a whole file ({@code source}) are only for clients
   * that name them: others would show them on every line.
   */
  public static Set<Kind> wanted(@Nullable List<String> only) {
    Set<Kind> wanted = EnumSet.allOf(Kind.class);
    wanted.removeIf(kind -> !isWanted(kind(kind), only));
    return wanted;
  }

  /**
   * Returns whether a client requests an action on a node; those that fix a diagnostic are quick
   * fixes.
   */
  public static boolean wants(@Nullable List<String> only, NodeAction action) {
    return isWanted(kind(action), only);
  }

  private static boolean isWanted(String kind, @Nullable List<String> only) {
    return (only == null || only.isEmpty())
        ? !isBelow(kind, CodeActionKind.Source)
        : only.stream().anyMatch(asked -> isBelow(kind, asked));
  }

  private static String kind(NodeAction action) {
    return action.isMending() ? CodeActionKind.QuickFix : NODE;
  }

  private static boolean isBelow(String kind, String asked) {
    return asked.isEmpty() || kind.equals(asked) || kind.startsWith(asked + ".");
  }

  /** Converts an action on a node. */
  public CodeAction command(NodeAction action, String uri) {
    CodeAction shown = new CodeAction(VisibleText.line(action.title()));
    shown.setKind(kind(action));
    action
        .diagnostic()
        .map(diagnostic -> to.diagnostic(workspace, file, diagnostic))
        .ifPresent(diagnostic -> shown.setDiagnostics(List.of(diagnostic)));
    List<Object> arguments = new ArrayList<>(List.of(uri));
    if (action.isForced()) {
      arguments.add(Map.of("force", true));
    }
    shown.setCommand(
        new Command(shown.getTitle(), CodeLensConverter.command(action.act()), arguments));
    return shown;
  }

  /** Converts an action and its computed changes. */
  public CodeAction whole(CodeActionItem action, List<FileChange> changes) {
    CodeAction whole = plain(action);
    whole.setEdit(new WorkspaceEditConverter(to, workspace).edit(changes));
    return whole;
  }

  /**
   * Converts an action whose changes the client requests when the user chooses it.
   *
   * @param data the data that identifies the action
   */
  public CodeAction lazy(CodeActionItem action, JsonObject data) {
    CodeAction lazy = plain(action);
    lazy.setData(data);
    return lazy;
  }

  private CodeAction plain(CodeActionItem action) {
    CodeAction plain = new CodeAction(VisibleText.line(action.title()));
    plain.setKind(kind(action.kind()));
    action
        .diagnostic()
        .map(diagnostic -> to.diagnostic(workspace, file, diagnostic))
        .ifPresent(diagnostic -> plain.setDiagnostics(List.of(diagnostic)));
    if (action.preferred() && to.client().takesPreferred()) {
      plain.setIsPreferred(true);
    }
    return plain;
  }
}
