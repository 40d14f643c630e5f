import type { ModuleEntry } from "../../../domain/module.ts";
import type { OfferedModule } from "../../../domain/wire.ts";
import { statements } from "../../../store/answers.ts";
import { stay } from "../../../store/documents.ts";

/** What somebody chose for this person, and then what fits what they ticked off themselves. Never a guess from free text. */
export function offers(modules: readonly ModuleEntry[]): OfferedModule[] {
  const found = new Map((stay.value?.modules ?? []).map((offer) => [offer.module, offer]));
  for (const code of ticked()) {
    for (const { id, tags = [] } of modules) {
      if (tags.includes(code) && !found.has(id)) found.set(id, { module: id, reason: `learn-${code}` });
    }
  }
  return [...found.values()];
}

function ticked(): string[] {
  const form = stay.value?.forms?.[0];
  const items = form ? (statements(form).get("learn")?.items ?? []) : [];
  return items.flatMap(({ answer = [] }) => answer.flatMap(({ valueCoding }) => valueCoding?.code ?? []));
}
