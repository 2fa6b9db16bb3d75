package dev.enit.lsp.convert;

import dev.enit.core.ide.completion.Completions.CompletionCandidate;
import dev.enit.core.ide.completion.Completions.CompletionCandidates;
import dev.enit.core.ide.completion.Template;
import dev.enit.core.text.VisibleText;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.CompletionItemTag;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertReplaceEdit;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The converter of completion candidates for one client.
 *
 * @param documentation returns the documentation of an item, for clients that cannot request it
 *     later
 */
public record CompletionConverter(
    LspConverter to,
    CompletionCapabilities support,
    TermFile file,
    String uri,
    Function<CompletionCandidate, Optional<String>> documentation) {

  public CompletionList list(CompletionCandidates offer) {
    List<CompletionItem> items = new ArrayList<>();
    for (CompletionCandidate completion : offer.items()) {
      items.add(item(offer, completion, items.size()));
    }
    return new CompletionList(offer.incomplete(), items);
  }

  private CompletionItem item(
      CompletionCandidates offer, CompletionCandidate completion, int rank) {
    CompletionItem item = new CompletionItem(VisibleText.line(completion.label()));
    item.setKind(kind(completion));
    item.setSortText(String.format(Locale.ROOT, "%04d", rank));
    item.setFilterText(completion.label());
    detail(item, VisibleText.line(completion.detail()));
    text(item, offer, completion.text());
    if (!offer.edits().isEmpty()) {
      item.setAdditionalTextEdits(
          offer.edits().stream().map(edit -> to.edit(file, edit.span(), edit.text())).toList());
    }
    if (completion.obsolete()) {
      obsolete(item);
    }
    documentation(item, completion);
    return item;
  }

  private void detail(CompletionItem item, String detail) {
    if (detail.isEmpty()) {
      return;
    }
    if (support.labelDetails()) {
      CompletionItemLabelDetails details = new CompletionItemLabelDetails();
      details.setDescription(detail);
      item.setLabelDetails(details);
    } else {
      item.setDetail(detail);
    }
  }

  private void text(CompletionItem item, CompletionCandidates offer, Template text) {
    boolean snippet = support.snippets() && !text.isPlain();
    if (snippet) {
      item.setInsertTextFormat(InsertTextFormat.Snippet);
      if (support.adjustsIndentation()) {
        item.setInsertTextMode(InsertTextMode.AdjustIndentation);
      }
    }
    String newText = snippet ? SnippetSyntax.of(text) : text.plain();
    item.setTextEdit(
        support.insertReplace()
            ? Either.forRight(
                new InsertReplaceEdit(
                    newText, to.range(file, offer.insert()), to.range(file, offer.replace())))
            : Either.forLeft(new TextEdit(to.range(file, offer.insert()), newText)));
  }

  private void obsolete(CompletionItem item) {
    if (support.tags()) {
      item.setTags(List.of(CompletionItemTag.Deprecated));
    } else if (support.deprecated()) {
      item.setDeprecated(true);
    }
  }

  private void documentation(CompletionItem item, CompletionCandidate completion) {
    if (support.lazyDocumentation()) {
      completion.about().flatMap(about -> CompletionData.of(uri, about)).ifPresent(item::setData);
    } else {
      documentation.apply(completion).ifPresent(text -> document(item, text, support));
    }
  }

  /** Sets the documentation of an item. */
  public static void document(
      CompletionItem item, String markdown, CompletionCapabilities support) {
    item.setDocumentation(Either.forRight(LspConverter.markup(support.markdown(), markdown)));
  }

  private static CompletionItemKind kind(CompletionCandidate completion) {
    return switch (completion.kind()) {
      case APPLICATION -> CompletionItemKind.Module;
      case SECTION -> CompletionItemKind.Class;
      case KEY -> CompletionItemKind.Property;
      case PROPERTY -> CompletionItemKind.Field;
      case VALUE -> CompletionItemKind.Value;
      case ACCOUNT -> CompletionItemKind.Constant;
      case SKELETON -> CompletionItemKind.Snippet;
    };
  }
}
