package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MessageType;

/**
 * The context of a running action: its release, its progress, its cancellation and a way to ask the
 * user. Confined to the thread of the action.
 *
 * @param title the title of the action and of its progress
 * @param confirmed whether the client has already asked the user for confirmation
 */
public record ActionContext(
    Session session,
    ReleaseKey key,
    String title,
    boolean confirmed,
    WorkDoneProgress progress,
    Cancellation cancellation) {

  /**
   * Asks the user for confirmation and returns if it is given.
   *
   * @param text what the action will do
   * @param button the message key of the button that confirms
   * @throws CancellationException if the user declines, or, with the reason as its message, if the
   *     client cannot ask
   */
  public void confirm(String text, String button) {
    cancellation.check();
    if (confirmed) {
      return;
    }
    String wanted = Messages.text(button);
    CompletableFuture<UserPrompts.Reply> reply = new CompletableFuture<>();
    cancellation.by(() -> reply.complete(UserPrompts.Reply.NONE));
    progress.say(Messages.text("action.asking"));
    session
        .dialogue()
        .ask(
            MessageType.Warning,
            text,
            List.of(wanted, Messages.text("action.button.cancel")),
            reply::complete);
    UserPrompts.Reply given = reply.join();
    cancellation.by(() -> {});
    if (!given.isAsked()) {
      throw new CancellationException(Messages.text("action.not-asked", title, text));
    }
    if (!given.button().equals(Optional.of(wanted))) {
      throw new CancellationException();
    }
  }
}
