import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Watchdog } from '../src/server/watchdog';

const TIMING = { patience: 1000, grace: 500 };
const NEVER = new Promise<never>(() => {});

let asked = 0;
let hung = 0;

beforeEach(() => {
  asked = 0;
  hung = 0;
  mock.timers.enable({ apis: ['setTimeout'] });
});

afterEach(() => mock.timers.reset());

function watchdog(answer: () => Promise<unknown>): Watchdog {
  return new Watchdog(
    () => {
      asked++;
      return answer();
    },
    () => hung++,
    TIMING,
  );
}

/** Advances the clock, and runs the promises that are due. */
async function pass(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
}

test('a request that is answered in time causes no ping', async () => {
  const dog = watchdog(() => NEVER);
  assert.equal(await dog.over(Promise.resolve(7)), 7);
  await pass(10_000);
  assert.deepEqual([asked, hung], [0, 0]);
});

test('an error is an answer, and goes to the caller', async () => {
  const dog = watchdog(() => NEVER);
  await assert.rejects(dog.over(Promise.reject(new Error('no'))), /no/);
  await pass(10_000);
  assert.deepEqual([asked, hung], [0, 0]);
});

test('a server that says nothing at all hangs, once', async () => {
  const dog = watchdog(() => NEVER);
  void dog.over(NEVER);
  void dog.over(NEVER);
  await pass(999);
  assert.deepEqual([asked, hung], [0, 0]);
  await pass(1);
  assert.deepEqual([asked, hung], [1, 0]);
  await pass(500);
  assert.deepEqual([asked, hung], [1, 1]);
  await pass(60_000);
  assert.deepEqual([asked, hung], [1, 1]);
});

test('a slow answer of a server that is there is waited for, however long', async () => {
  const dog = watchdog(() => Promise.reject(new Error('unknown method')));
  void dog.over(NEVER);
  for (let round = 1; round <= 5; round++) {
    await pass(1000);
    assert.deepEqual([asked, hung], [round, 0]);
    await pass(500 - 500);
  }
});

test('a server that answers something else meanwhile does not hang', async () => {
  const dog = watchdog(() => NEVER);
  let answer = () => {};
  const other = dog.over(
    new Promise<void>(resolve => {
      answer = resolve;
    }),
  );
  void dog.over(NEVER);
  await pass(900);
  answer();
  await other;
  await pass(900);
  assert.deepEqual([asked, hung], [0, 0]);
});

test('what the old server was asked does not count against the new one', async () => {
  const dog = watchdog(() => NEVER);
  void dog.over(NEVER);
  await pass(1000);
  dog.forget();
  await pass(60_000);
  assert.deepEqual([asked, hung], [1, 0]);
});
