import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { findProgram, type Surroundings } from '../src/server/program';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'enit-program-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function file(name: string, text: string, mode = 0o644): Promise<string> {
  const at = path.join(root, name);
  await mkdir(path.dirname(at), { recursive: true });
  await writeFile(at, text);
  await chmod(at, mode);
  return at;
}

const program = (name: string) => file(name, '#!/bin/sh\n', 0o755);

/** Creates a home of Java; its file `release` takes precedence over its output. */
async function java(name: string, version: string): Promise<string> {
  await file(`${name}/release`, `IMPLEMENTOR="Someone"\nJAVA_VERSION="${version}"\n`);
  return program(`${name}/bin/java`);
}

function around(more: Partial<Surroundings> = {}): Surroundings {
  return {
    setting: '',
    bundle: path.join(root, 'server'),
    environment: { PATH: path.join(root, 'bin') },
    platform: 'linux',
    javaFolders: [path.join(root, 'jvm')],
    ...more,
  };
}

test('nothing anywhere', async () => {
  assert.deepEqual(await findProgram(around()), { reason: 'nothing', detail: '' });
});

test('the whole distribution in the extension', async () => {
  const command = await program('server/bin/enit');
  await program('server/runtime/bin/java');
  await program('bin/enit');
  assert.deepEqual(await findProgram(around()), { command, args: [], origin: 'bundled' });
});

test('a launcher without its runtime is none', async () => {
  await program('server/bin/enit');
  const command = await program('bin/enit');
  assert.deepEqual(await findProgram(around()), { command, args: [], origin: 'path' });
});

test('the setting before all others', async () => {
  const command = await program('mine/enit');
  await program('bin/enit');
  assert.deepEqual(await findProgram(around({ setting: command })), { command, args: [], origin: 'setting' });
});

test('a setting without a folder is looked for on the PATH', async () => {
  const command = await program('bin/enit-next');
  const found = await findProgram(around({ setting: 'enit-next' }));
  assert.deepEqual(found, { command, args: [], origin: 'setting' });
});

test('a setting that is no program is said, not passed over', async () => {
  await program('bin/enit');
  const setting = await file('mine/enit', 'not executable');
  assert.deepEqual(await findProgram(around({ setting })), { reason: 'setting', detail: setting });
});

test('a setting below the home', async () => {
  const command = await program('tools/enit');
  const found = await findProgram(around({ setting: '~/tools/enit', environment: { HOME: root } }));
  assert.deepEqual(found, { command, args: [], origin: 'setting' });
});

test('a folder of the PATH that is relative is not looked into', async () => {
  await program('bin/enit');
  const PATH = path.relative(process.cwd(), path.join(root, 'bin'));
  assert.deepEqual(await findProgram(around({ environment: { PATH } })), { reason: 'nothing', detail: '' });
});

test('the jars with a Java that is new enough', async () => {
  await file('server/lib/enit-server-1.jar', '');
  await file('server/erlang/enit-1/ebin/enit.app', '');
  const JAVA_HOME = path.join(root, 'jdk');
  const command = await java('jdk', '25.0.1');
  const found = await findProgram(around({ environment: { JAVA_HOME } }));
  assert.ok('command' in found);
  assert.equal(found.command, command);
  assert.equal(found.origin, 'java');
  assert.equal(found.args.at(-1), 'dev.enit.cli.Main');
  assert.ok(found.args.includes(`-Denit.erlang=${path.join(root, 'server/erlang/enit-1/ebin')}`));
  assert.ok(found.args.includes(path.join(root, 'server/lib/enit-server-1.jar')));
});

test('an older Java is passed over, and told', async () => {
  await file('server/lib/enit-server-1.jar', '');
  const old = await java('old', '17.0.9');
  const environment = { JAVA_HOME: path.join(root, 'old'), PATH: path.join(root, 'new/bin') };
  assert.deepEqual(await findProgram(around({ environment })), { reason: 'nothing', detail: `${old} (17)` });
  const command = await java('new', '26');
  const found = await findProgram(around({ environment }));
  assert.ok('command' in found);
  assert.equal(found.command, command);
});

test('a Java that is installed', async () => {
  await file('server/lib/enit-server-1.jar', '');
  const command = await java('jvm/jdk-25', '25');
  const found = await findProgram(around());
  assert.ok('command' in found);
  assert.equal(found.command, command);
});

test('a Java without a file `release` is asked', async () => {
  await file('server/lib/enit-server-1.jar', '');
  const command = await file(
    'bin/java',
    '#!/bin/sh\necho \'openjdk version "25.0.2" 2026-01-20\' >&2\n',
    0o755,
  );
  const found = await findProgram(around());
  assert.ok('command' in found);
  assert.equal(found.command, command);
});

test('Windows has other names', async () => {
  const command = await program('bin/enit.exe');
  assert.deepEqual(await findProgram(around({ platform: 'win32' })), { command, args: [], origin: 'path' });
});

test('Windows has no launcher for the runtime in the extension', async () => {
  await file('server/lib/enit-server-1.jar', '');
  const command = await program('server/runtime/bin/java.exe');
  const found = await findProgram(around({ platform: 'win32' }));
  assert.ok('command' in found);
  assert.deepEqual([found.command, found.origin], [command, 'bundled']);
  assert.equal(found.args.at(-1), 'dev.enit.cli.Main');
});
