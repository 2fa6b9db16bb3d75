package dev.enit.lsp.session;

import dev.enit.core.release.ReleaseKey;
import dev.enit.core.text.Messages;
import dev.enit.lsp.rpc.PendingRequest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * The runner of actions on nodes: at most one at a time per release, each on its own thread, since
 * an action may wait as long as the user thinks about a question. All actions end with the session.
 */
public final class ActionRunner {
  private final SessionContext shared;
  private final UserPrompts prompts;
  private final ActionPages pages;
  private final LiveView live;
  private final Map<ReleaseKey, ActionContext> running = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean isEnded;

  /**
   * A requested action.
   *
   * @param title the title of the action and of its progress
   * @param confirmed whether the client has already asked the user for confirmation
   */
  public record Wish(ReleaseKey key, String title, boolean confirmed, PendingRequest call) {
    private @Nullable Either<String, Integer> token() {
      return call.params() instanceof ExecuteCommandParams params
          ? params.getWorkDoneToken()
          : null;
    }
  }

  ActionRunner(SessionContext shared, UserPrompts prompts, ActionPages pages, LiveView live) {
    this.shared = shared;
    this.prompts = prompts;
    this.pages = pages;
    this.live = live;
    shared.workers().atEnd(this::end);
  }

  /** Starts an action and returns the future of its result at once. */
  public synchronized CompletableFuture<ActionResult> run(
      Session session, Wish wish, Function<ActionContext, ActionResult> action) {
    if (running.containsKey(wish.key())) {
      return CompletableFuture.completedFuture(refused(wish.key()));
    }
    int number = count.incrementAndGet();
    ActionContext context =
        new ActionContext(
            session,
            wish.key(),
            wish.title(),
            wish.confirmed(),
            progress(wish, number),
            new Cancellation());
    running.put(wish.key(), context);
    CompletableFuture<ActionResult> result = new CompletableFuture<>();
    wish.call().whenAnswered(context.cancellation()::cancel);
    if (isEnded) {
      context.cancellation().cancel();
    }
    Thread.ofPlatform()
        .daemon()
        .name("enit-action-" + number)
        .start(() -> result.complete(runWhole(context, wish.title(), action)));
    return result;
  }

  private ActionResult refused(ReleaseKey key) {
    ActionResult busy =
        ActionResult.of(ActionResult.Outcome.REFUSED, Messages.text("action.busy", key.name()));
    prompts.tell(key, busy);
    return busy;
  }

  private WorkDoneProgress progress(Wish wish, int number) {
    Either<String, Integer> token = wish.token();
    if (token != null) {
      return WorkDoneProgress.at(shared.connection(), token, wish.title());
    }
    return shared.client().showsProgress()
        ? WorkDoneProgress.asked(shared.connection(), "enit-action-" + number, wish.title())
        : WorkDoneProgress.none(shared.connection());
  }

  /** Runs an action with its progress, its report and the message at its end. Does not throw. */
  private ActionResult runWhole(
      ActionContext context, String title, Function<ActionContext, ActionResult> action) {
    ActionResult result = runGuarded(context, action);
    context.cancellation().by(() -> {});
    pages.ended(context.key(), report(title, result));
    running.remove(context.key(), context);
    context.progress().end();
    // The node may be another process now.
    live.look(context.key());
    prompts.tell(context.key(), result);
    return result;
  }

  private ActionResult runGuarded(
      ActionContext context, Function<ActionContext, ActionResult> action) {
    try {
      return action.apply(context);
    } catch (CancellationException e) {
      String reason = e.getMessage();
      return ActionResult.of(
          ActionResult.Outcome.CANCELLED,
          reason == null ? Messages.text("action.cancelled", context.key().name()) : reason);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      shared.log().fault("an action", e);
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

  /** Cancels the action with a progress token. */
  public void cancel(Either<String, Integer> token) {
    running.values().stream()
        .filter(context -> context.progress().is(token))
        .forEach(context -> context.cancellation().cancel());
  }

  /** Cancels all actions: the client has disconnected. */
  private void end() {
    isEnded = true;
    running.values().forEach(context -> context.cancellation().cancel());
  }
}
