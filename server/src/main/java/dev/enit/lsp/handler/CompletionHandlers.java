package dev.enit.lsp.handler;

import dev.enit.core.config.Cookie;
import dev.enit.core.ide.completion.Completions;
import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.ide.completion.Completions.CompletionCandidates;
import dev.enit.core.ide.completion.Completions.CompletionOptions;
import dev.enit.grammar.term.TermFile;
import dev.enit.lsp.convert.CompletionCapabilities;
import dev.enit.lsp.convert.CompletionConverter;
import dev.enit.lsp.convert.CompletionData;
import dev.enit.lsp.handler.RequestContext.Document;
import dev.enit.lsp.session.Session;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;

/** Handlers of completion. */
public final class CompletionHandlers {
  private CompletionHandlers() {}

  /** Handles {@code textDocument/completion}: proposes what can be written at the cursor. */
  public static CompletionList complete(
      RequestContext request, Document document, int offset, CompletionParams params) {
    Session session = request.session();
    TermFile terms = document.terms();
    CompletionCapabilities support = session.client().completion();
    CompletionCandidates offer =
        Completions.at(
            request.workspace(),
            document.path(),
            offset,
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
      RequestContext request, Document document, CompletionCandidate item) {
    request.call().check();
    return item.about()
        .flatMap(about -> Completions.documentation(request.workspace(), document.path(), about));
  }

  /**
   * Handles {@code completionItem/resolve}: adds the documentation to the completion item that the
   * user selects.
   */
  public static CompletionItem resolve(RequestContext request, CompletionItem item) {
    CompletionData.read(item.getData())
        .flatMap(data -> Completions.documentation(request.workspace(), data.path(), data.about()))
        .ifPresent(
            markdown ->
                CompletionConverter.document(
                    item, markdown, request.session().client().completion()));
    return item;
  }
}
