/**
 * The watchdog for a server that hangs: while a request is unanswered it sends a ping, and where that stays unanswered
 * too, the server hangs. Long requests of a healthy server are not disturbed.
 */

export interface Timing {
  /** The time that a request may take before the ping, in milliseconds. */
  readonly patience: number;
  /** The time limit of the ping, in milliseconds. */
  readonly grace: number;
}

const USUAL: Timing = { patience: 20_000, grace: 15_000 };

export class Watchdog {
  private readonly waiting = new Set<symbol>();
  private timer: NodeJS.Timeout | undefined;
  private epoch = 0;

  /**
   * @param ask resolves or rejects as soon as the server answers anything
   * @param hangs called where it does not
   */
  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly hangs: () => void,
    private readonly timing: Timing = USUAL,
  ) {}

  /** Watches over a request until it is answered. */
  async over<R>(request: Promise<R>): Promise<R> {
    const mark = Symbol();
    this.waiting.add(mark);
    this.arm();
    try {
      return await request;
    } finally {
      this.waiting.delete(mark);
      this.disarm();
      this.arm();
    }
  }

  /** Forgets the pending requests of a server that was replaced or has ended. */
  forget(): void {
    this.epoch++;
    this.waiting.clear();
    this.disarm();
  }

  private arm(): void {
    if (this.timer === undefined && this.waiting.size > 0) {
      this.timer = setTimeout(() => void this.check(this.epoch), this.timing.patience);
    }
  }

  private disarm(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async check(epoch: number): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const silence = new Promise<false>(resolve => {
      late = setTimeout(() => resolve(false), this.timing.grace);
    });
    const there = this.ask().then(
      () => true,
      () => true,
    );
    const answered = await Promise.race([there, silence]);
    clearTimeout(late);
    if (epoch !== this.epoch) {
      return;
    }
    this.disarm();
    if (answered) {
      this.arm();
    } else {
      this.forget();
      this.hangs();
    }
  }
}
