package dev.enit.lsp.handler;

import dev.enit.core.ide.link.PathLinks;
import dev.enit.lsp.convert.RangeConverter;
import java.util.List;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;

/**
 * Handles {@code textDocument/documentLink}: links the files and directories that values name, if
 * they exist.
 */
public final class DocumentLinkHandler implements RequestHandler<DocumentLinkParams> {
  @Override
  public List<DocumentLink> answer(RequestContext request, DocumentLinkParams params) {
    return request
        .document(params.getTextDocument())
        .flatMap(document -> request.workspace().file(document.path()))
        .map(
            file -> {
              RangeConverter to = new RangeConverter(request.session().to(), file.terms());
              return PathLinks.of(request.workspace(), file).stream().map(to::link).toList();
            })
        .orElse(List.of());
  }
}
