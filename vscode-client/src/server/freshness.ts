/**
 * An AOT cache knows its jars by size and time, and unpacking an extension gives its files the present time: without
 * this, the server would start without its cache. The time that they had is in the file `time` beside them, in seconds.
 */
import { readdir, readFile, stat, utimes } from 'node:fs/promises';
import * as path from 'node:path';

/** Restores the modification times of a distribution's jars; returns how many were different. */
export async function restoreTimes(bundle: string): Promise<number> {
  const lib = path.join(bundle, 'lib');
  const time = new Date(Number(await readFile(path.join(lib, 'time'), 'utf8')) * 1000);
  const files = (await readdir(lib)).filter(name => name.endsWith('.jar')).map(name => path.join(lib, name));
  let changed = 0;
  for (const file of files) {
    if ((await stat(file)).mtimeMs !== time.getTime()) {
      await utimes(file, time, time);
      changed++;
    }
  }
  return changed;
}
