// The server is killed while the user types: the text stays, and the next server takes over. After repeated failures no
// further one is started.

import { Editor } from '../lib/editor.mjs';
import { eventually } from '../lib/processes.mjs';
import { mistaken, RELEASE } from '../lib/samples.mjs';

export default async function killed(walk) {
  const { host } = walk;
  await host.settings({ 'security.workspace.trust.enabled': false });
  const folder = await host.sample('killed', mistaken);
  let editor;

  /** Kills the server that runs and returns when it is gone. */
  async function kill() {
    const { pid } = await host.server();
    process.kill(pid, 'SIGKILL');
    await eventually(
      'the end of the server',
      async () => !(await host.servers()).some(one => one.pid === pid),
    );
  }

  await walk.step('the sample opens', async () => {
    editor = await Editor.open(walk, folder, RELEASE);
    await editor.squiggle('error', 'relex_aplication');
  });

  await walk.step('a server that is killed is replaced, and the user told', async () => {
    await editor.behind('relex_aplication');
    await editor.type('s');
    await kill();
    await editor.notification('ended unexpectedly').waitFor();
    await editor.squiggle('error', 'relex_aplications');
    await host.server();
  });

  await walk.step('what was not saved is known to the new server', async () => {
    await editor.clearNotifications();
    await editor.press('Backspace');
    await editor.squiggle('error', 'relex_aplication');
    await editor.quickFix('Write `relex_application`');
    await editor.noSquiggle('error');
  });

  await walk.step('one that dies again and again is given up, and editing goes on', async () => {
    for (let count = 0; count < 4; count += 1) await kill();
    await editor.notification('is not restarted').waitFor();
    await editor.behind('relex_application');
    await editor.type('x');
    await editor.box('relex_applicationx');
    if ((await host.servers()).length > 0) throw new Error('there is still a server');
  });

  await walk.step('the user starts it again', async () => {
    await editor.notification('is not restarted').getByRole('button', { name: 'Restart' }).click();
    await editor.squiggle('error', 'relex_applicationx');
  });
}
