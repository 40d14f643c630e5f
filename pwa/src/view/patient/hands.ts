/** Hands and eyes for the tests of the screens: finds things as a person does, by their words. */
import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { LONG } from "../../store/ingrid.ts";

let root: HTMLElement | undefined;

export async function show(screen: ComponentChild): Promise<void> {
  document.body.innerHTML = '<div id="app"></div>';
  root = document.getElementById("app") ?? undefined;
  await act(() => root && render(screen, root));
}

export async function close(): Promise<void> {
  await act(() => root && render(null, root));
}

export const heading = (): string => document.querySelector("h1")?.textContent?.trim() ?? "";
export const text = (): string => document.body.textContent?.replace(/\s+/g, " ") ?? "";

/** Resolves when it is so; looks again each time something has had its turn. */
export async function until(so: () => boolean, what: () => string): Promise<void> {
  const last = performance.now() + LONG;
  while (!so() && performance.now() < last) await act(() => new Promise((go) => setTimeout(go, 5)));
  if (!so()) throw new Error(what());
}

/** Resolves when the words stand on the screen. */
export const appears = (words: string): Promise<void> =>
  until(() => text().includes(words), () => `"${words}" never came; there stands: ${text()}`);

const named = (element: Element): string => (element.getAttribute("aria-label") ?? element.textContent ?? "").trim();

export async function press(name: string): Promise<void> {
  const found = [...document.querySelectorAll<HTMLElement>("button, a")].find((each) => named(each) === name);
  if (!found) throw new Error(`no button "${name}"; there are: ${[...document.querySelectorAll("button, a")].map(named).join(" | ")}`);
  await act(() => found.click());
}

/** The field or box that a label names. */
export function field<T extends HTMLElement = HTMLInputElement>(label: string): T {
  const byLabel = [...document.querySelectorAll("label")].find((each) => each.textContent?.includes(label));
  const inside = byLabel?.querySelector("input") ?? (byLabel?.htmlFor ? document.getElementById(byLabel.htmlFor) : null);
  const found = inside ?? [...document.querySelectorAll("input, textarea")].find((each) => named(each) === label);
  if (!found) throw new Error(`no field "${label}"`);
  return found as T;
}

export async function type(label: string, words: string): Promise<void> {
  const into = field<HTMLInputElement>(label);
  await act(() => {
    into.value = words;
    into.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export async function tick(label: string): Promise<void> {
  await act(() => field(label).click());
}
