/** The limit on restarts of a server that ends by itself; reaching it is reported once. */

export type Verdict = 'restart-and-say' | 'restart' | 'give-up';

export class Restarts {
  private ends: number[] = [];
  private said = false;

  /**
   * @param limit how many ends in a window are followed by a start
   * @param window in milliseconds
   */
  constructor(
    readonly limit = 4,
    readonly window = 3 * 60_000,
  ) {}

  /** Notes that the server has ended unexpectedly at this time, in milliseconds. */
  ended(now: number): Verdict {
    this.ends = [...this.ends.filter(end => now - end < this.window), now];
    if (this.ends.length > this.limit) {
      return 'give-up';
    }
    const first = !this.said;
    this.said = true;
    return first ? 'restart-and-say' : 'restart';
  }

  /** Resets the count: the user has started the server again. */
  reset(): void {
    this.ends = [];
    this.said = false;
  }
}
