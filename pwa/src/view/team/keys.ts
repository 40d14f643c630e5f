import { signal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

const KEPT = "viktig-team-keys";

/** Single keys can be switched off: somebody who speaks to the computer would set them off by chance. */
export const keysOn = signal(localStorage.getItem(KEPT) !== "off");

export function switchKeys(on: boolean): void {
  keysOn.value = on;
  localStorage.setItem(KEPT, on ? "on" : "off");
}

const actions = new Map<string, () => void>();

/** While the component stands, the key does this; not while somebody types, nor behind a dialog. */
export function useKey(key: string, action: () => void, on = true): void {
  // With the drawing itself: the key does what the screen says from the moment that the screen says it.
  useLayoutEffect(() => {
    if (!on) return;
    actions.set(key, action);
    return () => {
      if (actions.get(key) === action) actions.delete(key);
    };
  });
}

export function listenToKeys(): () => void {
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

function press(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key !== "?" && !keysOn.value) return;
  if (document.querySelector("dialog[open]") || typing(event.target)) return;
  const action = actions.get(event.key);
  if (!action) return;
  event.preventDefault();
  action();
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
