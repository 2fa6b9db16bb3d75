import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Restarts } from '../src/server/restarts';

const MINUTE = 60_000;

test('the first end is said, the next ones are not', () => {
  const restarts = new Restarts(4, 3 * MINUTE);
  assert.equal(restarts.ended(0), 'restart-and-say');
  assert.equal(restarts.ended(1000), 'restart');
  assert.equal(restarts.ended(2000), 'restart');
});

test('beyond the limit within the window it is given up', () => {
  const restarts = new Restarts(2, MINUTE);
  restarts.ended(0);
  restarts.ended(1);
  assert.equal(restarts.ended(2), 'give-up');
});

test('ends that are long ago do not count', () => {
  const restarts = new Restarts(2, MINUTE);
  for (let time = 0; time < 20; time++) {
    assert.notEqual(restarts.ended((time * MINUTE) / 2), 'give-up');
  }
});

test('a user who starts it again has all attempts again, and is told again', () => {
  const restarts = new Restarts(1, MINUTE);
  restarts.ended(0);
  assert.equal(restarts.ended(1), 'give-up');
  restarts.reset();
  assert.equal(restarts.ended(2), 'restart-and-say');
});
