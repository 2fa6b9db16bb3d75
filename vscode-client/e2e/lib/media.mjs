// The pictures of the README files: those of some steps, under the names that the texts know.

import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

const PICTURES = {
  'editing-03-the-menu-of-quick-fixes': 'quick-fix',
  'editing-06-an-overridden-key-tells-its-chain': 'chain',
  'editing-08-while-it-is-edited': 'effective',
  'live-06-the-question': 'plan',
  'live-08-a-page-tells-how-the-node-is': 'running',
};

/** Copies those that were made. */
export async function keepPictures(out, media) {
  for (const [step, name] of Object.entries(PICTURES)) {
    await copyFile(join(out, `${step}.png`), join(media, `${name}.png`)).catch(error => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}
