import { meantFor, type Module, type ModuleEntry, pathsOf, readIn } from "../domain/module.ts";
import { language } from "../i18n/index.ts";
import { stay } from "../store/documents.ts";
import { here } from "../store/here.ts";
import { bringForms, content, drop, kept, keepPart, onPhone, wholeIndex } from "./content.ts";

/** Where files of modules lie below /content/. */
const ROOM = "modules/";

const reader = (): "patient" | "carer" => (here.value?.person.role === "related" ? "carer" : "patient");

/** Of what the index lists, what there is for the one who reads, where they are. */
export const forReader = (modules: readonly ModuleEntry[]): readonly ModuleEntry[] =>
  meantFor(readIn(modules, stay.value?.unit.organization), reader());

/** Forms, and every module in the reader's language, before they are needed. What does not come now comes with the next network. */
export function bringContent(): Promise<void> {
  const all = bringForms(() => bringModules(!isDear()));
  all.catch(() => globalThis.addEventListener("online", () => void bringContent().catch(() => undefined), { once: true }));
  return all;
}

/** Those that somebody chose for this person come first, and on every line; the others not on one that is dear. */
export async function bringModules(others: boolean): Promise<void> {
  const { modules = [] } = await wholeIndex();
  const chosen = new Set((stay.value?.modules ?? []).map(({ module }) => module));
  const mine = forReader(modules);
  keepPart("learning");
  const wanted = [...mine.filter(({ id }) => chosen.has(id)), ...mine.filter(({ id }) => others && !chosen.has(id))];
  let fault: unknown;
  for (const path of wanted.flatMap((entry) => pathsOf(entry, language.value))) {
    await content(path).catch((error: unknown) => (fault = error));
  }
  await tidy(modules);
  if (fault) throw fault;
}

/** Of these, the ones that are not on the phone in the reader's language. */
export async function lacking(entries: readonly ModuleEntry[]): Promise<readonly ModuleEntry[]> {
  const there = await kept();
  return entries.filter((entry) => pathsOf(entry, language.value).some((path) => !there.has(path)));
}

/** The texts that lie on the phone: what can be searched without a network. `easy`: in short sentences where there is such a text. */
export async function texts(entries: readonly ModuleEntry[], easy: boolean): Promise<readonly Module[]> {
  const found = await Promise.all(entries.map((entry) => onPhone<Module>(chosenPath(entry, easy)).catch(() => undefined)));
  return found.filter((module) => module !== undefined);
}

export const chosenPath = (entry: ModuleEntry, easy: boolean): string => pathsOf(entry, language.value).at(easy ? -1 : 0) ?? "";

async function tidy(modules: readonly ModuleEntry[]): Promise<void> {
  const now = new Set(modules.flatMap((entry) => Object.keys(entry.languages).flatMap((tongue) => pathsOf(entry, tongue))));
  for (const path of await kept()) if (path.startsWith(ROOM) && !now.has(path)) await drop(path);
}

/** The person wants to spare the line, or pays for it by the byte. */
export function isDear(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; type?: string } };
  return connection?.saveData === true || connection?.type === "cellular";
}
