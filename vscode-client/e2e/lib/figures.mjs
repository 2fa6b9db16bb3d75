// The measurements of the walks, as the table that is printed at the end.

export class Figures {
  #rows = [];

  /** @param {string} what @param {number} value @param {'ms' | 'MiB'} unit */
  add(what, value, unit) {
    this.#rows.push([what, `${value < 10 && unit === 'MiB' ? value.toFixed(1) : Math.round(value)} ${unit}`]);
  }

  table() {
    const width = Math.max(0, ...this.#rows.map(([what]) => what.length));
    return this.#rows.map(([what, value]) => `  ${what.padEnd(width)}  ${value.padStart(9)}`).join('\n');
  }
}
