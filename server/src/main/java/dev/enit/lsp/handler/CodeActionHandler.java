package dev.enit.lsp.handler;

import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.CodeActionItem;
import dev.enit.core.ide.action.CodeActionItem.Kind;
import dev.enit.core.ide.action.CodeActionProviders;
import dev.enit.core.ide.lens.NodeActions;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.convert.CodeActionConverter;
import dev.enit.lsp.convert.ParamsReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;

/**
 * Handles {@code textDocument/codeAction}: offers fixes of diagnostics, refactorings and actions on
 * the node. The changes of an action are computed when the user chooses it, if the client can
 * resolve actions.
 */
public final class CodeActionHandler implements RequestHandler<CodeActionParams> {
  /** The maximum number of actions in a response; a longer menu is of no use. */
  private static final int MOST = 100;

  /** The time limit to compute changes for a client that cannot resolve actions. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @Override
  public List<CodeAction> answer(RequestContext request, CodeActionParams params) {
    CodeActionContext context = ParamsReader.required(params.getContext(), "context");
    if (!request.session().client().takesCodeActions()) {
      return List.of();
    }
    Set<Kind> kinds = CodeActionConverter.wanted(context.getOnly());
    return request
        .document(params.getTextDocument())
        .map(
            document -> {
              List<CodeAction> actions = new ArrayList<>();
              if (!kinds.isEmpty()) {
                actions.addAll(actions(request, document, params, kinds));
              }
              actions.addAll(nodeActions(request, document, params));
              return actions;
            })
        .orElse(List.of());
  }

  /** Returns the actions on the node, which do not change text. */
  private static List<CodeAction> nodeActions(
      RequestContext request, RequestContext.Document document, CodeActionParams params) {
    Span range = request.session().from().span(document.terms(), params.getRange());
    CodeActionConverter to =
        new CodeActionConverter(request.session().to(), request.workspace(), document.terms());
    String uri = params.getTextDocument().getUri();
    return NodeActions.at(request.workspace(), document.path(), range).stream()
        .filter(action -> CodeActionConverter.wants(params.getContext().getOnly(), action))
        .map(action -> to.command(action, uri))
        .toList();
  }

  private static List<CodeAction> actions(
      RequestContext request,
      RequestContext.Document document,
      CodeActionParams params,
      Set<Kind> kinds) {
    Span range = request.session().from().span(document.terms(), params.getRange());
    List<CodeAction> actions = new ArrayList<>();
    Set<String> offered = new HashSet<>();
    long start = System.nanoTime();
    List<Diagnostic> named = params.getContext().getDiagnostics();
    for (Diagnostic diagnostic : named == null ? List.<Diagnostic>of() : named) {
      if (isEnough(request, actions, start)) {
        return actions;
      }
      Span place = request.session().from().span(document.terms(), diagnostic.getRange());
      if (kinds.contains(Kind.QUICK_FIX) && !touches(place, range)) {
        for (CodeActionItem fix : fixes(request, document, place, diagnostic)) {
          add(request, document, place, fix, offered, actions);
        }
      }
    }
    for (CodeActionItem action :
        CodeActionProviders.at(request.workspace(), document.path(), range, kinds)) {
      request.call().check();
      if (isEnough(request, actions, start)) {
        break;
      }
      add(request, document, range, action, offered, actions);
    }
    return actions;
  }

  /**
   * Returns whether to stop adding actions. In a long file one change takes a tenth of a second,
   * since its form is laid out again.
   */
  private static boolean isEnough(RequestContext request, List<CodeAction> actions, long start) {
    boolean isLate =
        !request.session().client().resolvesActions()
            && System.nanoTime() - start > LONGEST.toNanos();
    return actions.size() >= MOST || (isLate && !actions.isEmpty());
  }

  /**
   * Returns the fixes of a diagnostic that the client names: for example one on the line of the
   * cursor, while the cursor is before its range at the end of the line.
   */
  private static List<CodeActionItem> fixes(
      RequestContext request, RequestContext.Document document, Span place, Diagnostic diagnostic) {
    String code = diagnostic.getCode() == null ? "" : String.valueOf(diagnostic.getCode().get());
    return CodeActionProviders.at(
            request.workspace(), document.path(), place, EnumSet.of(Kind.QUICK_FIX))
        .stream()
        .filter(
            action ->
                action
                    .diagnostic()
                    .filter(fixed -> fixed.code().id().equals(code))
                    .filter(fixed -> fixed.place().span().equals(place))
                    .isPresent())
        .toList();
  }

  private static boolean touches(Span one, Span other) {
    return one.start() <= other.end() && other.start() <= one.end();
  }

  private static void add(
      RequestContext request,
      RequestContext.Document document,
      Span range,
      CodeActionItem action,
      Set<String> offered,
      List<CodeAction> to) {
    boolean isPossible = !action.makesFile() || request.session().client().createsFiles();
    if (isPossible && offered.add(action.id())) {
      shown(request, document, range, action).ifPresent(to::add);
    }
  }

  /** Returns the converted action; empty if its changes turn out to be impossible. */
  private static Optional<CodeAction> shown(
      RequestContext request, RequestContext.Document document, Span range, CodeActionItem action) {
    ClientCapabilities client = request.session().client();
    CodeActionConverter to =
        new CodeActionConverter(request.session().to(), request.workspace(), document.terms());
    if (client.resolvesActions()) {
      return Optional.of(
          to.lazy(action, CodeActionData.of(request, document, range, action).json()));
    }
    List<FileChange> changes = action.changes().get();
    return changes.isEmpty() ? Optional.empty() : Optional.of(to.whole(action, changes));
  }
}
