package dev.enit.lsp.convert;

import com.google.gson.JsonObject;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.CodeActionItem;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.ide.lens.NodeAction;
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

/** What is offered, in the client's words. */
public record CodeActionConverter(LspConverter to, Workspace workspace, TermFile file) {

  /** Of actions that change nothing in a text. */
  public static final String NODE = "enit.node";

  /** The kinds of the protocol that stand for those of the core. */
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
   * The kinds that a client wants. Kinds form a tree: a client that names a kind wants everything
   * below it. Actions on a whole file ({@code source}) are for clients that name them: others would
   * show them on every line.
   */
  public static Set<Kind> wanted(@Nullable List<String> only) {
    Set<Kind> wanted = EnumSet.allOf(Kind.class);
    wanted.removeIf(kind -> !isWanted(kind(kind), only));
    return wanted;
  }

  /** Whether a client wants what is done with a node; fixes of diagnostics it takes for repairs. */
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

  /** What is done with a node. */
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

  /** An action with its changes worked out. */
  public CodeAction whole(CodeActionItem action, List<FileChange> changes) {
    CodeAction whole = plain(action);
    whole.setEdit(new WorkspaceEditConverter(to, workspace).edit(changes));
    return whole;
  }

  /**
   * An action whose changes the client asks for when somebody chooses it.
   *
   * @param data by which it is found again
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
