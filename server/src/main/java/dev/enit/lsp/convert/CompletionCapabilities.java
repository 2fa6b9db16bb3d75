package dev.enit.lsp.convert;

/**
 * The completion capabilities of a client.
 *
 * @param snippets whether inserted text may contain placeholders
 * @param insertReplace whether the user can choose between insert and replace
 * @param labelDetails whether the client shows details beside the label
 * @param lazyDocumentation whether the client requests the documentation of the selected item
 * @param markdown whether the documentation may be Markdown
 * @param tags whether the client shows obsolete items by a tag
 * @param deprecated whether the client shows obsolete items by the older flag
 * @param adjustsIndentation whether the client indents inserted lines like the line of the cursor
 */
public record CompletionCapabilities(
    boolean snippets,
    boolean insertReplace,
    boolean labelDetails,
    boolean lazyDocumentation,
    boolean markdown,
    boolean tags,
    boolean deprecated,
    boolean adjustsIndentation) {

  static CompletionCapabilities of(ClientCapabilities client) {
    String item = "capabilities.textDocument.completion.completionItem.";
    return new CompletionCapabilities(
        client.is(item + "snippetSupport"),
        client.is(item + "insertReplaceSupport"),
        client.is(item + "labelDetailsSupport"),
        client.names(item + "resolveSupport.properties").contains("documentation"),
        client.names(item + "documentationFormat").contains("markdown"),
        client.numbers(item + "tagSupport.valueSet").contains(1),
        client.is(item + "deprecatedSupport"),
        client.numbers(item + "insertTextModeSupport.valueSet").contains(2));
  }
}
