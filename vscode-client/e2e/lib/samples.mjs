// Changes to copies of the sample before an editor opens them.

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

/** A setting of the node that only a restart changes. */
export async function visible(folder) {
  await edit(join(folder, USER), text =>
    text.replace('{cookie, "monster"}', '{cookie, "monster"},\n    {hidden, false}'),
  );
}

/** A wrong name of an application, and a value that two layers set. */
export async function mistaken(folder) {
  await edit(join(folder, RELEASE), text => text.replace('relex_application]', 'relex_aplication]'));
  await edit(
    join(folder, DEFAULTS),
    text => `${text}\n{relex_application, [\n    {frozzle_timeout, 5500}\n]}.\n`,
  );
}

/** A layer of many lines, as a site with one generated file has it. */
export async function large(folder, lines) {
  const sections = [];
  let key = 0;
  while (key < lines) {
    const settings = [];
    for (let count = 0; count < 18; count += 1) {
      key += 1;
      const value =
        key % 3 === 0
          ? `"a text of some length ${key}"`
          : key % 7 === 0
            ? `[{a, ${key}}, {b, [1, 2, 3]}]`
            : key;
      settings.push(`    {large_key_${key}, ${value}}`);
    }
    sections.push(
      `%% Settings of this part of the site.\n{relex_application, [\n${settings.join(',\n')}\n]}.\n`,
    );
    key += 3;
  }
  await writeFile(join(folder, 'etc/enit/relex/zlarge.config'), sections.join('\n'));
}
