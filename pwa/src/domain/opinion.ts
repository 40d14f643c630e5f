export type Verdict = "yes" | "partly" | "no";

/** What somebody thought of a module, without who it was or when. */
export interface Opinion {
  /** Made by chance, for this opinion alone: to ask twice counts it once. */
  readonly id: string;
  readonly module: string;
  readonly moduleVersion: string;
  readonly language: string;
  readonly understandable: Verdict;
  readonly useful: Verdict;
  readonly words?: string;
}
