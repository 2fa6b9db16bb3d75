/**
 * What the server calls things. Declared in Java; a test of the server compares these lists with
 * its own.
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

/** Requests and notifications of enit's own. */
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
  /** How a node is, such as `running`; a newer server may know more than this client. */
  readonly kind: string;
  /** In one line. */
  readonly text: string;
  readonly pid?: number;
  /** Values that wait for reconfigure. */
  readonly pending?: number;
  /** Values that something else changed in the node. */
  readonly drift?: number;
  /** Changes that only a restart brings. */
  readonly restart?: number;
  /** Why a restart is needed, a line for each reason. */
  readonly restartReasons?: readonly string[];
  /** Whether the node is being followed. */
  readonly live: boolean;
  /** The commands that make sense now, in the order in which they are shown. */
  readonly actions?: readonly string[];
}

export interface Release {
  readonly name: string;
  readonly version?: string;
  readonly node: string;
  /** Of its release.enit. */
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
  /** Why it is started: `needed` by another one, for instance. */
  readonly source: 'release' | 'extension' | 'needed';
  /** Of its `.app` file. */
  readonly uri?: string;
}

export interface ReleaseDetails extends Release {
  readonly layers: readonly Layer[];
  readonly extensions: readonly Extension[];
  readonly applications: readonly Application[];
  /** URI of what its node wrote. */
  readonly log?: string;
}

/** What an action came to. */
export interface ActionResult {
  readonly outcome: 'done' | 'unchanged' | 'cancelled' | 'refused' | 'failed';
  readonly text: string;
}
