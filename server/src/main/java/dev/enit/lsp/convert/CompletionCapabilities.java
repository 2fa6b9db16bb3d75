package dev.enit.lsp.convert;

/**
 * What a client can do with a completion.
 *
 * @param snippets whether the user can fill in places of an inserted text
 * @param insertReplace whether it lets the user choose between inserting and replacing
 * @param labelDetails whether it shows a few words beside the label
 * @param lazyDocumentation whether it asks for the documentation of the one item that it shows
 * @param markdown whether that documentation may be Markdown
 * @param tags whether it shows what is obsolete by a tag
 * @param deprecated whether it does by the older flag
 * @param adjustsIndentation whether it indents the lines of a text as that of the cursor
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
