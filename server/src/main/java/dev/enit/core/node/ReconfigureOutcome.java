package dev.enit.core.node;

import java.util.List;

/**
 * The end of a reconfiguration. The node is as it was, unless the change was applied or {@link
 * Undone#notTakenBack} names applications.
 */
public sealed interface ReconfigureOutcome {

  /** Everything that was planned is in force; {@code told} in the order in which it was done. */
  record Applied(List<ConfigChangeAnswer> told) implements ReconfigureOutcome {}

  /**
   * It was begun and taken back.
   *
   * @param told in the order in which it was done, the one that failed last
   * @param undone what applications answered when they were told the opposite, and environments
   *     that could not be put back
   */
  record Undone(Cause cause, List<ConfigChangeAnswer> told, List<ConfigChangeAnswer> undone)
      implements ReconfigureOutcome {

    /** Returns the applications that failed on the way back, sorted. */
    public List<String> notTakenBack() {
      return undone.stream()
          .filter(answer -> answer.kind().isFailure())
          .map(ConfigChangeAnswer::application)
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** Another reconfiguration of the node is on its way. */
  record Busy() implements ReconfigureOutcome {}

  /**
   * Applications of the node are starting: one inside its {@code start/2} has read the former
   * configuration and cannot be told.
   */
  record StillStarting() implements ReconfigureOutcome {}

  /** The node is stopping. */
  record AlreadyStopping() implements ReconfigureOutcome {}

  /** The application controller of the node does not answer. */
  record Blocked() implements ReconfigureOutcome {}

  /**
   * The node is not any more what the change was planned from.
   *
   * @param keys with a changed value, such as {@code sasl utc_log}; none where another
   *     reconfiguration came first
   */
  record Changed(List<String> keys) implements ReconfigureOutcome {}

  /** Something went wrong inside enit's part of the node, before anything was changed. */
  record Failed(String reason) implements ReconfigureOutcome {}

  /** Why a change was taken back. */
  sealed interface Cause {
    record Cancelled() implements Cause {}

    /** The last answer says why. */
    record ByApplication(String application) implements Cause {}

    /** A parameter of the kernel could not be made to take effect. */
    record ByEffect(String key, String reason) implements Cause {}
  }
}
