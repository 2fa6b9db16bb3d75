import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { restoreTimes } from '../src/server/freshness';

test('jars get their time back, once', async () => {
  const bundle = await mkdtemp(path.join(tmpdir(), 'enit-times-'));
  const lib = path.join(bundle, 'lib');
  await mkdir(lib);
  for (const name of ['a.jar', 'b.jar', 'server.aot']) {
    await writeFile(path.join(lib, name), '');
  }
  await writeFile(path.join(lib, 'time'), '1700000000\n');
  assert.equal(await restoreTimes(bundle), 2);
  assert.equal((await stat(path.join(lib, 'a.jar'))).mtimeMs, 1_700_000_000_000);
  assert.notEqual((await stat(path.join(lib, 'server.aot'))).mtimeMs, 1_700_000_000_000);
  assert.equal(await restoreTimes(bundle), 0);
  await rm(bundle, { recursive: true });
});
