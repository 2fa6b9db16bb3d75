package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MessageType;

/**
 * An action on its way: what it does it for, and how it tells and asks. It belongs to the thread of
 * the action.
 *
 * @param title of what is done, as its progress is called
 * @param confirmed whether the client has asked the person already
 */
public record ActionContext(
    Session session,
    ReleaseKey key,
    String title,
    boolean confirmed,
    WorkDoneProgress progress,
    Cancellation cancellation) {

  /**
   * Asks before something is done; returns when that is wanted.
   *
   * @param text what will happen
   * @param button what the person says with it
   * @throws CancellationException if it is not wanted, with the reason if the client cannot ask
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
