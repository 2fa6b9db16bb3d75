package dev.enit.lsp.handler;

import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.action.Action;
import dev.enit.core.ide.action.Action.Kind;
import dev.enit.core.ide.action.Actions;
import dev.enit.core.ide.lens.NodeActions;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.ActionToLsp;
import dev.enit.lsp.convert.ClientSupport;
import dev.enit.lsp.convert.FromLsp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;

/**
 * What can be done at a range: fixes of findings, and changes of what is not wrong. The changes are
 * worked out when somebody chooses one, where the client can wait for that.
 */
public final class CodeActions implements RequestHandler<CodeActionParams> {
  @Override
  public List<CodeAction> answer(Request request, CodeActionParams params) {
    CodeActionContext context = FromLsp.required(params.getContext(), "context");
    if (!request.session().client().takesCodeActions()) {
      return List.of();
    }
    Set<Kind> kinds = ActionToLsp.wanted(context.getOnly());
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

  /** What is done with the node, and not with the text. */
  private static List<CodeAction> nodeActions(
      Request request, Request.Document document, CodeActionParams params) {
    Span range = request.session().from().span(document.terms(), params.getRange());
    ActionToLsp to = new ActionToLsp(request.session().to(), request.workspace(), document.terms());
    String uri = params.getTextDocument().getUri();
    return NodeActions.at(request.workspace(), document.path(), range).stream()
        .filter(action -> ActionToLsp.wants(params.getContext().getOnly(), action))
        .map(action -> to.command(action, uri))
        .toList();
  }

  private static List<CodeAction> actions(
      Request request, Request.Document document, CodeActionParams params, Set<Kind> kinds) {
    Span range = request.session().from().span(document.terms(), params.getRange());
    List<CodeAction> actions = new ArrayList<>();
    for (Action action : Actions.at(request.workspace(), document.path(), range, kinds)) {
      request.call().check();
      if (!action.makesFile() || request.session().client().createsFiles()) {
        shown(request, document, range, action).ifPresent(actions::add);
      }
    }
    return actions;
  }

  /** One that turns out to be impossible is left out. */
  private static Optional<CodeAction> shown(
      Request request, Request.Document document, Span range, Action action) {
    ClientSupport client = request.session().client();
    ActionToLsp to = new ActionToLsp(request.session().to(), request.workspace(), document.terms());
    if (client.resolvesActions()) {
      return Optional.of(to.lazy(action, ActionData.of(request, document, range, action).json()));
    }
    List<FileChange> changes = action.changes().get();
    return changes.isEmpty() ? Optional.empty() : Optional.of(to.whole(action, changes));
  }
}
