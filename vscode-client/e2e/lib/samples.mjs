// What the copies of the sample are changed to before an editor sees them.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const RELEASE = 'var/lib/enit/relex/release.enit';
export const DEFAULTS = 'var/lib/enit/relex/defaults.config';
export const USER = 'etc/enit/relex/user.config';

async function edit(file, change) {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** Another node than that of any other copy on this machine, and of any other run. */
export async function ownNode(folder, number) {
  const text = `%% Several copies of this release can run on one host.\n{node, [\n    {nodename, "relex${number}"}\n]}.\n`;
  await writeFile(join(folder, 'etc/enit/relex/node.config'), text);
}

/** A wrong name of an application, and a value that two layers set. */
export async function mistaken(folder) {
  await edit(join(folder, RELEASE), text => text.replace('relex_application]', 'relex_aplication]'));
  await edit(
    join(folder, DEFAULTS),
    text => `${text}\n{relex_application, [\n    {frozzle_timeout, 5500}\n]}.\n`,
  );
}
