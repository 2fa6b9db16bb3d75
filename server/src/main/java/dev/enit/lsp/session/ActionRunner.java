package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.lsp.rpc.PendingRequest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * What the client has the server do with running nodes: one thing at a time for a release, each on
 * a thread of its own, since it may take as long as a person thinks about a question. It ends with
 * the session.
 */
public final class ActionRunner {
  private final Session session;
  private final Map<ReleaseKey, ActionContext> running = new ConcurrentHashMap<>();
  private final Map<ReleaseKey, String> reports = new ConcurrentHashMap<>();
  private final Map<ReleaseKey, String> plans = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean isEnded;

  /**
   * What is asked for.
   *
   * @param title what the progress of it is called
   * @param confirmed whether the client has asked the person already
   */
  public record Wish(ReleaseKey key, String title, boolean confirmed, PendingRequest call) {
    private @Nullable Either<String, Integer> token() {
      return call.params() instanceof ExecuteCommandParams params
          ? params.getWorkDoneToken()
          : null;
    }
  }

  ActionRunner(Session session) {
    this.session = session;
    session.workers().atEnd(this::end);
  }

  /** Does something; answers at once, with what it will have come to. */
  public synchronized CompletableFuture<ActionResult> run(
      Wish wish, Function<ActionContext, ActionResult> action) {
    if (running.containsKey(wish.key())) {
      return CompletableFuture.completedFuture(refused(wish.key()));
    }
    int number = count.incrementAndGet();
    ActionContext doing =
        new ActionContext(
            session,
            wish.key(),
            wish.title(),
            wish.confirmed(),
            progress(wish, number),
            new Cancellation());
    running.put(wish.key(), doing);
    CompletableFuture<ActionResult> result = new CompletableFuture<>();
    wish.call().whenAnswered(doing.cancellation()::cancel);
    if (isEnded) {
      doing.cancellation().cancel();
    }
    Thread.ofPlatform()
        .daemon()
        .name("enit-action-" + number)
        .start(() -> result.complete(whole(doing, wish.title(), action)));
    return result;
  }

  private ActionResult refused(ReleaseKey key) {
    ActionResult busy =
        ActionResult.of(ActionResult.Outcome.REFUSED, Messages.text("action.busy", key.name()));
    session.dialogue().tell(key, busy);
    return busy;
  }

  private WorkDoneProgress progress(Wish wish, int number) {
    Either<String, Integer> token = wish.token();
    if (token != null) {
      return WorkDoneProgress.at(session.connection(), token, wish.title());
    }
    return session.client().showsProgress()
        ? WorkDoneProgress.asked(session.connection(), "enit-action-" + number, wish.title())
        : WorkDoneProgress.none(session.connection());
  }

  /** With everything around it; does not throw. */
  private ActionResult whole(
      ActionContext doing, String title, Function<ActionContext, ActionResult> action) {
    ActionResult result = fenced(doing, action);
    doing.cancellation().by(() -> {});
    plans.remove(doing.key());
    reports.put(doing.key(), report(title, result));
    running.remove(doing.key(), doing);
    doing.progress().end();
    done(doing.key());
    session.dialogue().tell(doing.key(), result);
    return result;
  }

  private ActionResult fenced(ActionContext doing, Function<ActionContext, ActionResult> action) {
    try {
      return action.apply(doing);
    } catch (CancellationException e) {
      String reason = e.getMessage();
      return ActionResult.of(
          ActionResult.Outcome.CANCELLED,
          reason == null ? Messages.text("action.cancelled", doing.key().name()) : reason);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      session.log().fault("an action", e);
      return ActionResult.of(
          ActionResult.Outcome.FAILED,
          Messages.text("lsp.fault", "an action", e.getClass().getSimpleName()));
    }
  }

  private static String report(String title, ActionResult result) {
    String at =
        LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
    return Messages.text("action.report", title, at.replace('T', ' '))
        + "\n\n"
        + result.text()
        + "\n";
  }

  /** The node of the release may be another one now. */
  private void done(ReleaseKey key) {
    session.live().look(key);
    session.virtualDocuments().changed();
  }

  /** Somebody has had enough of what has this token. */
  public void cancel(Either<String, Integer> token) {
    running.values().stream()
        .filter(doing -> doing.progress().is(token))
        .forEach(doing -> doing.cancellation().cancel());
  }

  /** Nobody is there any more who wanted any of it. */
  private void end() {
    isEnded = true;
    running.values().forEach(doing -> doing.cancellation().cancel());
  }

  /** What a person is being asked about, until it is answered. */
  public void plan(ReleaseKey key, String text) {
    plans.put(key, text);
    session.virtualDocuments().changed();
  }

  /** The plan that a person is being asked about. */
  public Optional<String> plan(ReleaseKey key) {
    return Optional.ofNullable(plans.get(key));
  }

  /** What came of the last action. */
  public Optional<String> report(ReleaseKey key) {
    return Optional.ofNullable(reports.get(key));
  }
}
