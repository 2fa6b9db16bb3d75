package dev.enit.lsp.handler;

import dev.enit.core.config.FreshCookie;
import dev.enit.core.ide.completion.Completion;
import dev.enit.core.ide.completion.Completions;
import dev.enit.core.ide.completion.Offer;
import dev.enit.core.ide.completion.Wishes;
import dev.enit.grammar.term.TermFile;
import dev.enit.lsp.convert.CompletionSupport;
import dev.enit.lsp.convert.CompletionToLsp;
import dev.enit.lsp.session.Session;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;

/** What could be written at the cursor. */
public final class CompletionAt implements RequestHandler<CompletionParams> {
  @Override
  public CompletionList answer(Request request, CompletionParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> list(request, document, params))
        .orElseGet(() -> new CompletionList(false, List.of()));
  }

  private static CompletionList list(
      Request request, Request.Document document, CompletionParams params) {
    Session session = request.session();
    TermFile terms = document.terms();
    CompletionSupport support = session.client().completion();
    Offer offer =
        Completions.at(
            request.workspace(),
            document.path(),
            session.from().offset(terms, params.getPosition()),
            new Wishes(support.snippets(), () -> FreshCookie.next().reveal()));
    return new CompletionToLsp(
            session.to(),
            support,
            terms,
            params.getTextDocument().getUri(),
            item -> documentation(request, document, item))
        .list(offer);
  }

  private static Optional<String> documentation(
      Request request, Request.Document document, Completion item) {
    request.call().check();
    return item.about()
        .flatMap(about -> Completions.documentation(request.workspace(), document.path(), about));
  }
}
