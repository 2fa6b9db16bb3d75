package dev.enit.lsp.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.lsp.convert.VirtualUri;
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

/** What the person in front of the client is told and asked. */
public final class Dialogue {
  private final Session session;

  Dialogue(Session session) {
    this.session = session;
  }

  /** Shows one of enit's own documents, where the client can show documents. */
  public void show(ReleaseKey key, VirtualDocument document) {
    if (session.client().showsDocuments()) {
      ShowDocumentParams params =
          new ShowDocumentParams(VirtualUri.of(key, document.fileName()).text());
      params.setTakeFocus(true);
      session.connection().ask("window/showDocument", params, session.log()::refused);
    }
  }

  /** Tells how an action ended; of more than a line there is a report to open. */
  public void tell(ReleaseKey key, ActionResult result) {
    MessageType type = type(result.outcome());
    if (result.lines().size() > 1 && session.client().showsDocuments()) {
      String button = Messages.text("action.button.report");
      ask(
          type,
          result.headline(),
          List.of(button),
          answer -> answer.ifPresent(_ -> show(key, VirtualDocument.REPORT)));
    } else {
      session.connection().notify("window/showMessage", new MessageParams(type, result.text()));
    }
  }

  private static MessageType type(ActionResult.Outcome outcome) {
    return switch (outcome) {
      case DONE, UNCHANGED -> MessageType.Info;
      case CANCELLED, REFUSED -> MessageType.Warning;
      case FAILED -> MessageType.Error;
    };
  }

  /**
   * Asks a question.
   *
   * @param answer takes the button that was pressed, empty where the question was put away; on the
   *     reading thread, or never
   */
  void ask(MessageType type, String text, List<String> buttons, Consumer<Optional<String>> answer) {
    ShowMessageRequestParams params =
        new ShowMessageRequestParams(buttons.stream().map(MessageActionItem::new).toList());
    params.setType(type);
    params.setMessage(text);
    session
        .connection()
        .ask(
            "window/showMessageRequest",
            params,
            (result, refusal) -> answer.accept(pressed(result, refusal)));
  }

  private Optional<String> pressed(@Nullable JsonElement result, @Nullable ResponseError refusal) {
    session.log().refused(result, refusal);
    return result instanceof JsonObject item && item.get("title") instanceof JsonPrimitive title
        ? Optional.of(title.getAsString())
        : Optional.empty();
  }
}
