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
public record Doing(
    Session session,
    ReleaseKey key,
    String title,
    boolean confirmed,
    Progress progress,
    Cancellation cancellation) {

  /**
   * Asks before something is done; returns when that is wanted.
   *
   * @param text what will happen
   * @param button what the person says with it
   * @throws CancellationException where it is not wanted
   */
  public void confirm(String text, String button) {
    cancellation.check();
    if (confirmed) {
      return;
    }
    String wanted = Messages.text(button);
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    cancellation.by(() -> answer.complete(Optional.empty()));
    progress.say(Messages.text("action.asking"));
    session
        .dialogue()
        .ask(
            MessageType.Warning,
            text,
            List.of(wanted, Messages.text("action.button.cancel")),
            answer::complete);
    boolean agreed = answer.join().equals(Optional.of(wanted));
    cancellation.by(() -> {});
    if (!agreed) {
      throw new CancellationException();
    }
  }
}
