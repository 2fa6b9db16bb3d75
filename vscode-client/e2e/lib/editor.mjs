// A window of VS Code, in the words of its user. Each method waits for the element that it is about to use, and for the
// result; a caller never waits for time to pass.

const ACTIVE = '.editor-group-container.active';

/** The group of editors that shows the tab of this name. */
const group = tab => (tab ? `.editor-group-container:has(.tab.active[data-resource-name="${tab}"])` : ACTIVE);

const WINDOW = process.env.E2E_MEDIA ? { width: 1180, height: 580 } : { width: 1280, height: 800 };

export class Editor {
  /** Opens `folder` in a new window and waits until the workbench is ready. */
  static async open(walk, folder, file) {
    const { host } = walk;
    const context = await host.browser.newContext({ viewport: WINDOW });
    const editor = new Editor(await context.newPage(), folder);
    walk.editors.push(editor);
    const query = new URLSearchParams({ folder });
    if (file) {
      query.set(
        'payload',
        JSON.stringify([['openFile', `vscode-remote://${new URL(host.url).host}${folder}/${file}`]]),
      );
    }
    await editor.page.goto(`${host.url}/?${query}`);
    await editor.page.locator('.monaco-workbench .part.editor').waitFor();
    return editor;
  }

  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
    this.console = [];
    page.on('console', message => this.console.push(message.text()));
    page.setDefaultTimeout(Number(process.env.E2E_PATIENCE ?? 30_000));
  }

  async close() {
    await this.page.context().close();
  }

  // --- diagnostic things ---

  /**
   * The box on the screen of `text`, as soon as it is shown: in the active editor, or in the one whose tab is `tab`;
   * `line` names the line by another text in it.
   */
  async box(text, { line = text, tab } = {}) {
    const handle = await this.page.waitForFunction(findText, { text, line, scope: group(tab) });
    return handle.jsonValue();
  }

  /**
   * Selects `text`, which is once in the active editor, with the find widget: code lenses and inlay hints that appear
   * meanwhile move what is on the screen, and not what is found.
   */
  async select(text) {
    await this.press('Control+f');
    const widget = this.page.locator(`${ACTIVE} .find-widget.visible`);
    await widget.locator('textarea').first().fill(text);
    // A narrow editor does not show the count, but has it.
    await widget.getByText(/^(1|\?) of 1$/).waitFor({ state: 'attached' });
    // Where the word at the cursor was found already, nothing has been selected yet.
    await this.press('Enter');
    await widget.getByText('1 of 1', { exact: true }).waitFor({ state: 'attached' });
    // Not Escape, which closes a notification first.
    await widget.locator('.codicon-widget-close').click();
    await widget.waitFor({ state: 'hidden' });
    await this.#rest();
  }

  /** Takes the mouse to where nothing is shown for it. */
  async #rest() {
    await this.page.mouse.move(WINDOW.width / 2, WINDOW.height - 5);
  }

  /** Puts the cursor right after `text`. */
  async behind(text) {
    await this.select(text);
    await this.press('ArrowRight');
  }

  /** Writes `text` over `old`. */
  async replace(old, text) {
    await this.select(old);
    await this.type(text);
  }

  /** What the editor tells of `text`. */
  async hover(text) {
    await this.select(text);
    await this.press('Control+k');
    await this.press('Control+i');
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
    await hover.waitFor();
    return hover;
  }

  /** A picture of the window, from its corner: what was clicked may have been scrolled to. */
  async picture(path) {
    await this.page.evaluate(() => {
      for (let part = document.querySelector('.part.editor'); part; part = part.parentElement)
        part.scrollTo(0, 0);
    });
    await this.page.screenshot({ path, animations: 'disabled' });
  }

  // --- commands ---

  async press(keys) {
    await this.page.keyboard.press(keys);
  }

  /** Key by key: brackets are closed, and lists of completions appear. */
  async type(text) {
    await this.page.keyboard.type(text, { delay: 30 });
  }

  async #choose(prompt, row) {
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await input.waitFor();
    await input.fill(prompt);
    const found = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: row }).first();
    await found.click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.#rest();
  }

  /** Runs a command of the palette by its full title. */
  async command(title) {
    await this.press('F1');
    await this.#choose(`>${title}`, title);
  }

  /** Runs a command of the palette that shows a list to choose from. */
  async commandThatAsks(title) {
    await this.press('F1');
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await input.fill(`>${title}`);
    const found = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    await found.click();
    await this.page.locator('.quick-input-widget input[placeholder="Which release?"]').waitFor();
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name) {
    await this.press('Control+p');
    await this.#choose(name, name);
    await this.#focused(name);
  }

  async #focused(name) {
    await this.page.locator(`${ACTIVE} .tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator(`${ACTIVE} .monaco-editor.focused[data-uri$="/${name}"]`).waitFor();
  }

  /** Puts the keyboard into an editor that is open, perhaps beside others. */
  async focus(tab) {
    await this.page.locator(`.tab[data-resource-name="${tab}"]`).first().click();
    await this.#focused(tab);
  }

  // --- what an editor shows ---

  /** Waits for the underline of a diagnostic (`error`, `warning`, `info`) that lies under exactly `text`. */
  async squiggle(kind, text, { line = text, tab } = {}) {
    await this.page.waitForFunction(underlined, {
      find: findText.toString(),
      kind,
      text,
      line,
      scope: group(tab),
    });
  }

  /** Waits until nothing is underlined as `kind`. */
  async noSquiggle(kind) {
    await this.page.locator(`${ACTIVE} .squiggly-${kind}`).first().waitFor({ state: 'detached' });
  }

  /** Opens the menu of quick fixes where the cursor is and takes one. `seen` is called while the menu is open. */
  async quickFix(title, seen) {
    await this.press('Control+.');
    const fix = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title });
    await fix.waitFor();
    await seen?.();
    // The menu does not take a click before the mouse has moved on it.
    const box = await fix.boundingBox();
    await this.page.mouse.move(box.x + 20, box.y + 4);
    await this.page.mouse.move(box.x + 24, box.y + box.height / 2);
    await fix.click();
    await fix.waitFor({ state: 'detached' });
  }

  /**
   * Types `text` and takes the entry `label` of the list that appears by itself. VS Code shows none as long as it does
   * not know whether the cursor is in a comment: the lines must have their colours before.
   */
  async complete(text, label, seen) {
    await this.page.locator(`${ACTIVE} .view-line .mtk5, ${ACTIVE} .view-line .mtk6`).first().waitFor();
    await this.type(text);
    const list = this.page.locator('.suggest-widget.visible');
    const entry = list.locator('.monaco-list-row').filter({ hasText: label }).first();
    await entry.waitFor();
    await seen?.();
    await entry.click();
    await list.waitFor({ state: 'hidden' });
  }

  /** The titles of all code lenses of the active editor, in their order. */
  async lenses() {
    return this.page.locator(`${ACTIVE} .codelens-decoration a`).allTextContents();
  }

  /** A code lens by a text in its title: of the active editor, or of the one whose tab is `tab`. */
  lens(title, tab) {
    return this.page
      .locator(`${group(tab)} .codelens-decoration a`)
      .filter({ hasText: title })
      .first();
  }

  /** The entries of the menu that opens for a row of the tree. */
  async contextMenu(text) {
    await this.row(text).click({ button: 'right' });
    const entries = this.page.locator('.context-view .monaco-menu .action-label');
    await entries.first().waitFor();
    const words = (await entries.allTextContents()).filter(Boolean);
    await this.press('Escape');
    await entries.first().waitFor({ state: 'detached' });
    return words;
  }

  /** The rows of the list to choose from that is open, each as one line. */
  async choices() {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    const labels = await rows.evaluateAll(all => all.map(row => row.getAttribute('aria-label')));
    // The icon is the first word.
    return labels.map(label => label.replace(/^[\w-]+ {2}/, ''));
  }

  /** Takes a row of the list to choose from that is open. */
  async pick(row) {
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: row }).first().click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.#rest();
  }

  /** The keys of a command, as the palette says them. */
  async keysOf(title) {
    await this.press('F1');
    await this.page.locator('.quick-input-widget input[type=text]').fill(`>${title}`);
    const row = this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.page.locator('.label-name').getByText(title, { exact: true }) })
      .first();
    await row.waitFor();
    const keys = await row.locator('.monaco-keybinding').first().getAttribute('aria-label');
    await this.press('Escape');
    return keys;
  }

  /** Opens a file of the workspace by its path, where several have its name. */
  async openPath(path) {
    await this.press('Control+p');
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await input.waitFor();
    await input.fill(path);
    const folder = path.slice(0, path.lastIndexOf('/'));
    const found = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: folder }).first();
    await found.click();
    await this.page.locator(`${ACTIVE} .monaco-editor.focused[data-uri$="/${path}"]`).waitFor();
  }

  /** Answers a question, asked in a dialog or in a notification, with a button. `seen` is called before. */
  async answer(question, button, seen) {
    const choice = this.page.getByRole('button', { name: button, exact: true });
    const asked = this.page
      .locator('.monaco-dialog-box, .notification-toast')
      .filter({ hasText: question })
      .filter({ has: choice });
    await asked.waitFor();
    await seen?.();
    await asked.getByRole('button', { name: button, exact: true }).click();
    await asked.waitFor({ state: 'detached' });
  }

  /** A notification by a text in it. */
  notification(text) {
    return this.page.locator('.notification-toast').filter({ hasText: text }).first();
  }

  /** Puts notifications away, so that they do not cover the next step. */
  async clearNotifications() {
    await this.command('Notifications: Clear All Notifications');
    await this.page.locator('.notification-toast').first().waitFor({ state: 'detached' });
  }

  async save() {
    await this.press('Control+s');
    await this.page.locator(`${ACTIVE} .tab.active.dirty`).waitFor({ state: 'detached' });
  }

  /** Unfolds rows of the tree, one below the other. */
  async unfold(...rows) {
    for (const row of rows) {
      const closed = this.page
        .locator('.sidebar [role=treeitem][aria-expanded=false]')
        .filter({ hasText: row });
      await closed.first().click();
      await closed.first().waitFor({ state: 'detached' });
    }
  }

  /** The row of a tree in the side bar by a text in it. */
  row(text) {
    return this.page.locator('.sidebar [role=treeitem]').filter({ hasText: text }).first();
  }

  /** The page in the preview of Markdown, as soon as it is there. */
  preview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body');
  }

  /** Opens the page of an installed extension. */
  async showExtension(name) {
    await this.command('Extensions: Show Enabled Extensions');
    await this.page.locator('.extensions-list .monaco-list-row').filter({ hasText: name }).first().click();
    await this.page.locator('.extension-editor').getByText(name).first().waitFor();
  }

  /** Waits for a text in the terminal that is shown. */
  async terminal(text) {
    await this.page.locator('.terminal-wrapper.active .xterm-rows').filter({ hasText: text }).waitFor();
  }

  async showReleases() {
    await this.page.locator('.activitybar').getByRole('tab', { name: 'Enit' }).click();
    await this.page.locator('.sidebar').getByText('Releases').first().waitFor();
  }

  /** Returns whether the palette offers a command of this full title now. */
  async offers(title) {
    await this.press('F1');
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await input.fill(`>${title}`);
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    const offered = await rows.filter({ hasText: title }).count();
    await this.press('Escape');
    return offered > 0;
  }

  /** Waits for a diff editor with `before` on its left and `after` on its right. */
  async diff(before, after) {
    const side = name => `${ACTIVE} .monaco-diff-editor .editor.${name}`;
    await this.page.waitForFunction(findText, { text: before, line: before, scope: side('original') });
    await this.page.waitForFunction(findText, { text: after, line: after, scope: side('modified') });
  }

  statusItem(text) {
    return this.page.locator('.statusbar-item').filter({ hasText: text }).first();
  }

  tab(name) {
    return this.page.locator('.tab.active').filter({ hasText: name }).first();
  }
}

/** Runs in the page. */
function findText({ text, line, scope }) {
  const plain = words => words.replace(/[\u00a0\u00b7]/g, ' ');
  for (const shown of document.querySelectorAll(`${scope} .view-lines .view-line`)) {
    const whole = plain(shown.textContent);
    if (!whole.includes(line) || !whole.includes(text)) continue;
    const start = whole.indexOf(text);
    const range = document.createRange();
    const nodes = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
    let before = 0;
    let open = false;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const end = before + node.length;
      if (!open && start < end) {
        range.setStart(node, start - before);
        open = true;
      }
      if (open && start + text.length <= end) {
        range.setEnd(node, start + text.length - before);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      before = end;
    }
  }
  return null;
}

/** Runs in the page: does an underline lie under the text, from end to end? */
function underlined({ find, kind, ...what }) {
  const box = new Function(`return (${find})`)()(what);
  if (!box) return false;
  return [...document.querySelectorAll(`${what.scope} .squiggly-${kind}`)].some(line => {
    const under = line.getBoundingClientRect();
    const sameLine = under.top < box.y + box.height && under.bottom > box.y;
    return sameLine && Math.abs(under.left - box.x) < 3 && Math.abs(under.right - box.x - box.width) < 3;
  });
}
