/**
 * An AOT cache knows its jars by size and time, and whoever unpacks an extension gives its files the
 * present time: without this, the server would start without its cache. The time of `bin/enit`'s
 * distribution stands in the file `times` beside the jars.
 */
import { readdir, readFile, stat, utimes } from 'node:fs/promises';
import * as path from 'node:path';

/** Gives the files of a distribution the time that they were made with; says how many were others. */
export async function restoreTimes(bundle: string): Promise<number> {
  const lib = path.join(bundle, 'lib');
  const time = new Date(Number(await readFile(path.join(lib, 'times'), 'utf8')) * 1000);
  const files = (await readdir(lib)).filter(name => name.endsWith('.jar')).map(name => path.join(lib, name));
  files.push(path.join(bundle, 'runtime', 'lib', 'modules'));
  let changed = 0;
  for (const file of files) {
    if ((await stat(file)).mtimeMs !== time.getTime()) {
      await utimes(file, time, time);
      changed++;
    }
  }
  return changed;
}
