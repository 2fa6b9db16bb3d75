package dev.enit.lsp.handler;

import dev.enit.core.ide.completion.Completions;
import dev.enit.lsp.convert.CompletionData;
import dev.enit.lsp.convert.CompletionToLsp;
import org.eclipse.lsp4j.CompletionItem;

/** The documentation of the one item of a completion that the user looks at. */
public final class ResolveCompletion implements RequestHandler<CompletionItem> {
  @Override
  public CompletionItem answer(Request request, CompletionItem item) {
    CompletionData.read(item.getData())
        .flatMap(data -> Completions.documentation(request.workspace(), data.path(), data.about()))
        .ifPresent(
            markdown ->
                CompletionToLsp.document(item, markdown, request.session().client().completion()));
    return item;
  }
}
