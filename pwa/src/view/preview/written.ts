/** The form as its file stands now, from `viktig questionnaire preview`; asked for again all the time. */
import { type Signal, signal } from "@preact/signals";
import type { Questionnaire } from "../../domain/questionnaire/index.ts";
import { withPseudo } from "./pseudo.ts";

export interface Found {
  readonly weight: "error" | "difference" | "note";
  readonly linkId: string;
  readonly says: string;
}
export interface Written {
  readonly stamp: string;
  readonly name: string;
  readonly form: Questionnaire | null;
  readonly languages: readonly string[];
  readonly found: readonly Found[];
}

const EVERY = 1_000;

/** Null until it has come; it stays as it was when the command has ended. */
export function watched(): Signal<Written | null> {
  const written = signal<Written | null>(null);
  async function look(): Promise<void> {
    try {
      const answer = await fetch("/preview.json", { cache: "no-store" });
      const next = (await answer.json()) as Written;
      if (next.stamp !== written.peek()?.stamp) written.value = withPseudo(next);
    } catch {
      // The command is being started anew, or has ended.
    }
    setTimeout(() => void look(), EVERY);
  }
  void look();
  return written;
}
