package dev.enit.lsp.session;

import dev.enit.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tracker of answers that the client shows and that may be stale: compares them with those of
 * the current snapshot after a change, and reports each stale one once, until the client has asked
 * for it again.
 *
 * <p>An answer counts as stale only if it still is the last one that was sent: one from an older
 * snapshot that is sent during a comparison is compared again.
 */
final class RefreshTracker<K, V> {
  /** The computation of an answer. */
  interface Answer<K, V> {
    /**
     * Returns what the client would be sent now; {@code null} if it no longer shows the answer.
     *
     * @param sent what it was sent; to be returned if the client asks again by itself
     * @param isOvertaken whether another comparison follows, so that this one may be cancelled
     */
    @Nullable V of(Workspace now, K key, V sent, BooleanSupplier isOvertaken);
  }

  private record Sent<V>(V value, boolean isStale) {}

  private final SessionContext context;
  private final boolean isRefreshed;
  private final Answer<K, V> answer;
  private final @Nullable Function<Workspace, Set<K>> affected;
  private final Consumer<List<K>> refresh;
  private final LatestOnly<Boolean> lane;
  private final Map<K, Sent<V>> sent = new ConcurrentHashMap<>();

  /** Whether more than the open documents may have changed since the last comparison. */
  private volatile boolean everywhere;

  /**
   * Creates a tracker.
   *
   * @param executor runs the comparisons
   * @param subject what is tracked, for the log
   * @param isRefreshed whether the client can refresh; nothing is compared if it cannot
   * @param affected returns the keys that an edit can affect; {@code null} for all
   * @param refresh asks the client to refresh answers that have become stale
   */
  RefreshTracker(
      SessionContext context,
      Executor executor,
      String subject,
      boolean isRefreshed,
      Answer<K, V> answer,
      @Nullable Function<Workspace, Set<K>> affected,
      Consumer<List<K>> refresh) {
    this.context = context;
    this.isRefreshed = isRefreshed;
    this.answer = answer;
    this.affected = affected;
    this.refresh = refresh;
    this.lane = context.latestOnly(executor, subject, _ -> compare());
  }

  /** Records the answer that the client is sent; it may be outdated already. */
  void sent(K key, V value) {
    sent.put(key, new Sent<>(value, false));
    changed(affected == null);
  }

  /** Returns the answer that the client was sent last. */
  Optional<V> lastSent(K key) {
    return Optional.ofNullable(sent.get(key)).map(Sent::value);
  }

  /** Removes an answer that the client no longer shows. */
  void closed(K key) {
    sent.remove(key);
  }

  /**
   * Compares the answers again and returns at once.
   *
   * @param all whether more than an open document may have changed
   */
  void changed(boolean all) {
    if (isRefreshed && !sent.isEmpty()) {
      everywhere |= all;
      lane.submit(true);
    }
  }

  private void compare() {
    boolean all = everywhere;
    everywhere = false;
    Workspace now = context.host().snapshot();
    List<K> stale = new ArrayList<>();
    for (K key : all || affected == null ? sent.keySet() : affected.apply(now)) {
      Sent<V> before = sent.get(key);
      if (before != null && !before.isStale()) {
        try {
          V value = answer.of(now, key, before.value(), lane::isOvertaken);
          if (value == null) {
            sent.remove(key, before);
          } else if (!value.equals(before.value())
              && sent.replace(key, before, new Sent<>(before.value(), true))) {
            stale.add(key);
          }
        } catch (CancellationException overtaken) {
          // The newer task does all of the work.
        }
      }
      if (lane.isOvertaken()) {
        everywhere |= all;
        break;
      }
    }
    if (!stale.isEmpty()) {
      refresh.accept(stale);
    }
  }
}
