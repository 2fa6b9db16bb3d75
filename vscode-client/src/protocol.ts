/**
 * The names of the protocol: commands, methods, documents. Declared in Java; a test of the server compares these lists
 * with its declarations.
 */
import type { Range } from 'vscode-languageclient';

/** The section of the settings. */
export const SECTION = 'enit';

/** Commands of the server: workspace/executeCommand, with the URI of a file of the release. */
export const COMMANDS = {
  connect: 'enit.connect',
  reconfigure: 'enit.reconfigure',
  restart: 'enit.restart',
  showEffective: 'enit.showEffective',
  showPlan: 'enit.showPlan',
  showReport: 'enit.showReport',
  showStatus: 'enit.showStatus',
  start: 'enit.start',
  stop: 'enit.stop',
  takeOver: 'enit.takeOver',
} as const;

/** The requests and notifications that enit adds to LSP. */
export const METHODS = {
  content: 'enit/textDocumentContent',
  contentRefresh: 'enit/textDocumentContent/refresh',
  release: 'enit/release',
  releases: 'enit/releases',
  releasesChanged: 'enit/releasesChanged',
} as const;

/** The scheme of the documents that the server makes. */
export const SCHEME = 'enit';

/** The last part of such a document's URI. */
export const DOCUMENTS = {
  disk: 'disk.config',
  effective: 'effective.config',
  plan: 'plan.txt',
  report: 'report.txt',
  running: 'running.config',
  status: 'status.md',
} as const;

export interface State {
  /** The kind of state, such as `running`; a newer server may have further kinds. */
  readonly kind: string;
  /** The state in one line. */
  readonly text: string;
  readonly pid?: number;
  /** The number of values that wait for reconfigure. */
  readonly pending?: number;
  /** The number of values that something else changed in the node. */
  readonly drift?: number;
  /** The number of changes that need a restart. */
  readonly restart?: number;
  /** The reasons for a restart, a line each. */
  readonly restartReasons?: readonly string[];
  /** Whether the node is being followed. */
  readonly live: boolean;
  /** The commands that are available now, in the order in which they are shown. */
  readonly actions?: readonly string[];
}

export interface Release {
  readonly name: string;
  readonly version?: string;
  readonly node: string;
  /** The URI of its release.enit. */
  readonly uri: string;
  readonly state: State;
}

export interface Layer {
  readonly uri: string;
  readonly name: string;
  readonly scope: 'release' | 'host';
}

export interface Extension {
  readonly name: string;
  readonly uri: string;
  readonly range: Range;
}

export interface Application {
  readonly name: string;
  readonly version?: string;
  readonly order: number;
  readonly state?: 'running' | 'waiting' | 'stopped';
  /** The reason why it is started, such as `needed` by another one. */
  readonly source: 'release' | 'extension' | 'needed';
  /** The URI of its `.app` file. */
  readonly uri?: string;
}

export interface ReleaseDetails extends Release {
  readonly layers: readonly Layer[];
  readonly extensions: readonly Extension[];
  readonly applications: readonly Application[];
  /** The URI of the log of its node. */
  readonly log?: string;
}

/** The result of an action. */
export interface ActionResult {
  readonly outcome: 'done' | 'unchanged' | 'cancelled' | 'refused' | 'failed';
  readonly text: string;
}
