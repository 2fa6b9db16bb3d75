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

/** What the user of the client is shown, told and asked. */
public final class UserPrompts {
  /** How many lines a message has at most. */
  private static final int MOST_LINES = 10;

  private final Session session;
  private final PageFiles files;

  UserPrompts(Session session) {
    this.session = session;
    this.files = new PageFiles(session.workers());
  }

  /**
   * Shows one of enit's own documents: as itself for a client that asks for such documents, else as
   * a file. A client that shows no documents gets a message that names the file.
   */
  public void show(ReleaseKey key, VirtualDocument document) {
    ClientCapabilities client = session.client();
    if (client.showsDocuments() && client.asksForDocuments()) {
      show(VirtualUri.of(key, document.fileName()).text());
      return;
    }
    try {
      String text = document.text(session, session.host().snapshot(), key);
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
    session.connection().ask("window/showDocument", params, session.log()::refused);
  }

  /** Shows a message. */
  public void say(MessageType type, String text) {
    session
        .connection()
        .notify("window/showMessage", new MessageParams(type, MessageText.of(text)));
  }

  /**
   * Tells how an action ended. An extension of enit's own offers the report of more than a line;
   * any other client would take a message with one action for a question.
   */
  public void tell(ReleaseKey key, ActionResult result) {
    MessageType type = type(result.outcome());
    if (result.lines().size() > 1
        && session.client().isOwn()
        && session.client().showsDocuments()) {
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

  /** The first lines, and how to come to the others. */
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
   * The reply to a question.
   *
   * @param button that was pressed, empty if the question was put away
   * @param isAsked whether the client can ask at all
   */
  record Reply(Optional<String> button, boolean isAsked) {
    static final Reply NONE = new Reply(Optional.empty(), true);
    static final Reply NOT_ASKED = new Reply(Optional.empty(), false);
  }

  /**
   * Asks a question.
   *
   * @param reply takes the reply; on the reading thread, or never
   */
  void ask(MessageType type, String text, List<String> buttons, Consumer<Reply> reply) {
    if (!session.client().hasWindow()) {
      reply.accept(Reply.NOT_ASKED);
      return;
    }
    ShowMessageRequestParams params =
        new ShowMessageRequestParams(buttons.stream().map(MessageActionItem::new).toList());
    params.setType(type);
    params.setMessage(MessageText.of(text));
    session
        .connection()
        .ask(
            "window/showMessageRequest",
            params,
            (result, refusal) -> reply.accept(reply(result, refusal)));
  }

  private Reply reply(@Nullable JsonElement result, @Nullable ResponseError refusal) {
    session.log().refused(result, refusal);
    if (refusal != null) {
      return Reply.NOT_ASKED;
    }
    return result instanceof JsonObject item && item.get("title") instanceof JsonPrimitive title
        ? new Reply(Optional.of(title.getAsString()), true)
        : Reply.NONE;
  }
}
