package dev.enit.lsp.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.lsp.convert.ClientCapabilities;
import dev.enit.lsp.convert.MessageText;
import dev.enit.lsp.convert.Uris;
import dev.enit.lsp.convert.VirtualUri;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.jspecify.annotations.Nullable;

/** The prompts for the user of the client: documents, messages and questions. */
public final class UserPrompts {
  /** The maximum number of lines of a message. */
  private static final int MOST_LINES = 10;

  private final SessionContext context;
  private final ActionPages pages;
  private final PageFiles files;

  UserPrompts(SessionContext context, ActionPages pages) {
    this.context = context;
    this.pages = pages;
    this.files = new PageFiles(context.workers());
  }

  /**
   * Shows a virtual document: by its URI if the client supports the scheme {@code enit:}, otherwise
   * as a file. A client that shows no documents gets a message that names the file.
   */
  public void show(ReleaseKey key, VirtualDocument document) {
    ClientCapabilities client = context.client();
    if (client.showsDocuments() && client.asksForDocuments()) {
      show(VirtualUri.of(key, document.fileName()).text());
      return;
    }
    try {
      String text = document.text(pages, context.host().snapshot(), key);
      Path file = files.write(key, document.fileName(), text);
      if (client.showsDocuments()) {
        show(Uris.uri(file));
      } else {
        say(
            MessageType.Info,
            Messages.text("lsp.page-file", document.fileName(), key.name(), file));
      }
    } catch (IOException e) {
      say(
          MessageType.Error,
          Messages.text("lsp.no-page-file", document.fileName(), String.valueOf(e.getMessage())));
    }
  }

  private void show(String uri) {
    ShowDocumentParams params = new ShowDocumentParams(uri);
    params.setTakeFocus(true);
    context.connection().ask("window/showDocument", params, context.log()::refused);
  }

  /** Shows a message. */
  public void say(MessageType type, String text) {
    context
        .connection()
        .notify("window/showMessage", new MessageParams(type, MessageText.of(text)));
  }

  /**
   * Shows the result of an action. One of enit's own extensions offers the report if the result has
   * more than one line; other clients would show a message with one action as a question.
   */
  public void tell(ReleaseKey key, ActionResult result) {
    MessageType type = type(result.outcome());
    if (result.lines().size() > 1
        && context.client().isOwn()
        && context.client().showsDocuments()) {
      String button = Messages.text("action.button.report");
      ask(
          type,
          result.headline(),
          List.of(button),
          reply -> reply.button().ifPresent(_ -> show(key, VirtualDocument.REPORT)));
    } else {
      say(type, brief(result.lines()));
    }
  }

  /** Returns the first lines and where to find the others. */
  private static String brief(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return String.join("\n", lines);
    }
    String more = Messages.text("action.more-lines", lines.size() - MOST_LINES + 1);
    return String.join("\n", lines.subList(0, MOST_LINES - 1)) + "\n" + more;
  }

  private static MessageType type(ActionResult.Outcome outcome) {
    return switch (outcome) {
      case DONE, UNCHANGED -> MessageType.Info;
      case CANCELLED, REFUSED -> MessageType.Warning;
      case FAILED -> MessageType.Error;
    };
  }

  /**
   * The user's reply to a question.
   *
   * @param button the button that was pressed; empty if the question was dismissed
   * @param isAsked whether the client supports questions
   */
  record Reply(Optional<String> button, boolean isAsked) {
    static final Reply NONE = new Reply(Optional.empty(), true);
    static final Reply NOT_ASKED = new Reply(Optional.empty(), false);
  }

  /**
   * Asks the user a question.
   *
   * @param reply accepts the reply on the reading thread; never called if the client does not
   *     answer
   */
  void ask(MessageType type, String text, List<String> buttons, Consumer<Reply> reply) {
    if (!context.client().hasWindow()) {
      reply.accept(Reply.NOT_ASKED);
      return;
    }
    ShowMessageRequestParams params =
        new ShowMessageRequestParams(buttons.stream().map(MessageActionItem::new).toList());
    params.setType(type);
    params.setMessage(MessageText.of(text));
    context
        .connection()
        .ask(
            "window/showMessageRequest",
            params,
            (result, refusal) -> reply.accept(reply(result, refusal)));
  }

  private Reply reply(@Nullable JsonElement result, @Nullable ResponseError refusal) {
    context.log().refused(result, refusal);
    if (refusal != null) {
      return Reply.NOT_ASKED;
    }
    return result instanceof JsonObject item && item.get("title") instanceof JsonPrimitive title
        ? new Reply(Optional.of(title.getAsString()), true)
        : Reply.NONE;
  }
}
