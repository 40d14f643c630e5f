import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { controls } from "../../../domain/questionnaire/extensions.ts";
import { isChoice, type Node, several } from "../../../domain/questionnaire/form.ts";
import type { Asked } from "./asked.ts";

/** Fields that few forms need come in a file of their own, so that the first question comes soon. */
export const rare = signal<ComponentType<Asked> | null>(null);

const bringing = { fetch: async (): Promise<unknown> => undefined };
export const bringRareBy = (fetch: () => Promise<unknown>): void => void (bringing.fetch = fetch);
export const bringRare = (): Promise<unknown> => bringing.fetch();

const TYPES: ReadonlySet<string> = new Set(["text", "boolean", "choice"]);
const CONTROLS: readonly string[] = ["drop-down", "autocomplete", "slider"];

export const isRare = (node: Node): boolean =>
  !TYPES.has(node.item.type) ||
  node.item.readOnly === true ||
  controls(node.item).some((control) => CONTROLS.includes(control)) ||
  node.options.some(({ valueDate, valueTime }) => valueDate ?? valueTime) ||
  (!isChoice(node.item) && (node.options.length > 0 || several(node)));
