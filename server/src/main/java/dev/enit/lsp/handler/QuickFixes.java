package dev.enit.lsp.handler;

import dev.enit.core.check.Fix;
import dev.enit.core.check.Problem;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import dev.enit.lsp.convert.FromLsp;
import dev.enit.lsp.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The certain repairs of the findings that the range touches. */
public final class QuickFixes implements RequestHandler<CodeActionParams> {
  @Override
  public List<CodeAction> answer(Request request, CodeActionParams params) {
    Session session = request.session();
    CodeActionContext context = FromLsp.required(params.getContext(), "context");
    if (!session.client().takesCodeActions() || !isWanted(context.getOnly())) {
      return List.of();
    }
    return request
        .document(params.getTextDocument())
        .map(document -> fixes(request, document, params))
        .orElse(List.of());
  }

  private static List<CodeAction> fixes(
      Request request, Request.Document document, CodeActionParams params) {
    Session session = request.session();
    TermFile terms = document.terms();
    Span range = session.from().span(terms, params.getRange());
    List<CodeAction> actions = new ArrayList<>();
    for (Problem problem : request.workspace().problems(document.path())) {
      request.call().check();
      if (touches(problem.place().span(), range)) {
        Diagnostic diagnostic = session.to().diagnostic(request.workspace(), terms, problem);
        for (Fix fix : problem.fixes()) {
          actions.add(action(request, problem, fix, diagnostic));
        }
      }
    }
    return actions;
  }

  private static CodeAction action(
      Request request, Problem problem, Fix fix, Diagnostic diagnostic) {
    Session session = request.session();
    CodeAction action = new CodeAction(problem.title(fix));
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(diagnostic));
    action.setEdit(session.to().workspaceEdit(request.workspace(), fix));
    if (fix.preferred() && session.client().takesPreferred()) {
      action.setIsPreferred(true);
    }
    return action;
  }

  /** Kinds form a tree: who wants everything below a kind names that kind. */
  private static boolean isWanted(@Nullable List<String> only) {
    return only == null
        || only.stream().anyMatch(kind -> kind.isEmpty() || kind.equals(CodeActionKind.QuickFix));
  }

  private static boolean touches(Span one, Span other) {
    return one.start() <= other.end() && other.start() <= one.end();
  }
}
