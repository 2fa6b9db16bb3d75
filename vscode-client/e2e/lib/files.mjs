// Functions on files.

import { access, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export async function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Returns the size of all files below a folder, in bytes. */
export async function bytesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter(entry => entry.isFile());
  const sizes = await Promise.all(
    files.map(async file => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
