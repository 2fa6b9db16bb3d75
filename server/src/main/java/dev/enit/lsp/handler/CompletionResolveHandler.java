package dev.enit.lsp.handler;

import dev.enit.core.ide.completion.Completions;
import dev.enit.lsp.convert.CompletionConverter;
import dev.enit.lsp.convert.CompletionData;
import org.eclipse.lsp4j.CompletionItem;

/**
 * Handles {@code completionItem/resolve}: adds the documentation to the completion item that the
 * user selects.
 */
public final class CompletionResolveHandler implements RequestHandler<CompletionItem> {
  @Override
  public CompletionItem answer(RequestContext request, CompletionItem item) {
    CompletionData.read(item.getData())
        .flatMap(data -> Completions.documentation(request.workspace(), data.path(), data.about()))
        .ifPresent(
            markdown ->
                CompletionConverter.document(
                    item, markdown, request.session().client().completion()));
    return item;
  }
}
