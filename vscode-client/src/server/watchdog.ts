/**
 * Notices a server that hangs: a request that stays unanswered has it asked whether it is there, and
 * where that stays unanswered too, it is not. Long requests of a healthy server are not disturbed.
 */

export interface Timing {
  /** How long a request may take before the server is asked, in milliseconds. */
  readonly patience: number;
  /** How long it has to answer that. */
  readonly grace: number;
}

const USUAL: Timing = { patience: 20_000, grace: 15_000 };

export class Watchdog {
  private readonly waiting = new Set<symbol>();
  private timer: NodeJS.Timeout | undefined;
  private epoch = 0;

  /**
   * @param ask resolves or rejects as soon as the server answers anything
   * @param hangs what to do with one that does not
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

  /** Another server, or none: what was asked of the old one counts no longer. */
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
