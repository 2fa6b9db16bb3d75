package dev.enit.lsp.handler;

import dev.enit.core.config.Cookie;
import dev.enit.core.ide.completion.Completions;
import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.ide.completion.Completions.CompletionCandidates;
import dev.enit.core.ide.completion.Completions.CompletionOptions;
import dev.enit.grammar.term.TermFile;
import dev.enit.lsp.convert.CompletionCapabilities;
import dev.enit.lsp.convert.CompletionConverter;
import dev.enit.lsp.session.Session;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;

/** Handles {@code textDocument/completion}: proposes what can be written at the cursor. */
public final class CompletionHandler implements RequestHandler<CompletionParams> {
  @Override
  public CompletionList answer(RequestContext request, CompletionParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> list(request, document, params))
        .orElseGet(() -> new CompletionList(false, List.of()));
  }

  private static CompletionList list(
      RequestContext request, RequestContext.Document document, CompletionParams params) {
    Session session = request.session();
    TermFile terms = document.terms();
    CompletionCapabilities support = session.client().completion();
    CompletionCandidates offer =
        Completions.at(
            request.workspace(),
            document.path(),
            session.from().offset(terms, params.getPosition()),
            new CompletionOptions(support.snippets(), () -> Cookie.random().reveal()));
    return new CompletionConverter(
            session.to(),
            support,
            terms,
            params.getTextDocument().getUri(),
            item -> documentation(request, document, item))
        .list(offer);
  }

  private static Optional<String> documentation(
      RequestContext request, RequestContext.Document document, CompletionCandidate item) {
    request.call().check();
    return item.about()
        .flatMap(about -> Completions.documentation(request.workspace(), document.path(), about));
  }
}
