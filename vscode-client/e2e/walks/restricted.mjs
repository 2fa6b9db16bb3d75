// A folder that the user does not trust: all editing works, and nothing runs or connects.

import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Editor } from '../lib/editor.mjs';
import { exists } from '../lib/files.mjs';
import { mistaken, RELEASE } from '../lib/samples.mjs';
import { edits } from './editing.mjs';

/** Stands where the name server of Erlang's nodes is looked for, and counts who asks. */
async function nameServer(port) {
  let asked = 0;
  const server = createServer(socket => {
    asked += 1;
    socket.on('error', () => {}).end();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { asked: () => asked, close: () => server.close() };
}

/** Settings of the workspace that name programs of the workspace. Each would leave a file if it ever ran. */
async function trap(folder) {
  await mistaken(folder);
  const otp = join(folder, 'otp');
  await mkdir(join(otp, 'bin'), { recursive: true });
  await mkdir(join(folder, '.vscode'));
  for (const program of ['bin/erl', 'bin/erlc', 'bin/enit']) {
    await writeFile(join(otp, program), `#!/bin/sh\ntouch '${join(folder, 'RAN')}'\n`, { mode: 0o755 });
  }
  const settings = { 'enit.otp': otp, 'enit.server.path': join(otp, 'bin/enit'), 'enit.trusted': true };
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
}

export default async function restricted(walk) {
  const { host } = walk;
  const epmd = await nameServer(Number(host.environment.ERL_EPMD_PORT));
  try {
    await host.settings({ 'security.workspace.trust.banner': 'always' });
    const folder = await host.sample('restricted', trap);
    const editor = await edits(walk, folder);

    await walk.step('nothing can be run', async () => {
      await editor.page.getByText('Restricted Mode').first().waitFor();
      await editor.openFile('release.enit');
      await editor.lens('not trusted').waitFor();
      await editor.showReleases();
      await editor.row(/relex.*not trusted/).waitFor();
      if (await editor.offers('Enit: Start')) throw new Error('the palette offers to start the release');
    });

    await walk.step('nothing ran or connected', async () => {
      const nodes = await host.processes.matching(/\b(beam|erl|erlexec|epmd|escript)\b/);
      if (nodes.length > 0) throw new Error(`ran: ${nodes.map(one => one.command).join('; ')}`);
      if (await exists(join(folder, 'RAN'))) throw new Error('a program of the workspace ran');
      if (epmd.asked() > 0) throw new Error(`the name server was asked ${epmd.asked()} times`);
    });

    await walk.step('in a trusted folder the name server is asked', async () => {
      await host.settings({ 'security.workspace.trust.enabled': false });
      const trusted = await Editor.open(walk, await host.sample('trusted'), RELEASE);
      await trusted.lens(/not running|offline/).waitFor();
      if (epmd.asked() === 0)
        throw new Error('the name server was not asked: the step before proves nothing');
    });
  } finally {
    epmd.close();
  }
}
