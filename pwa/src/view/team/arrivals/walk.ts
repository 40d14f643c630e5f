import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { useKey } from "../keys.ts";

/** Moves the focus from patient to patient: j and k anywhere, the arrows within the list. */
export function useWalk(list: RefObject<HTMLElement | null>): void {
  const step = (by: number): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>("a[data-encounter]") ?? [])];
    const here = links.findIndex((link) => link === document.activeElement);
    const open = links.findIndex((link) => link.ariaCurrent === "page");
    const from = here >= 0 ? here : open >= 0 ? open : by > 0 ? -1 : links.length;
    links[Math.min(Math.max(from + by, 0), links.length - 1)]?.focus();
  };
  useKey("j", () => step(1));
  useKey("k", () => step(-1));
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (by === 0 || !(event.target instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      step(by);
    };
    const element = list.current;
    element?.addEventListener("keydown", pressed);
    return () => element?.removeEventListener("keydown", pressed);
  }, []);
}
