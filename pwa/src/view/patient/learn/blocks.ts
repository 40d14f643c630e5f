import type { Term } from "../../../domain/module.ts";

/** A paragraph, a list or a drawing of a screen. */
export interface Block {
  readonly html: string;
  /** What one may ask about: the paragraph, or each point of the list. */
  readonly passages: readonly string[];
}

export const TERM = "a.term";
export const termOf = (word: Element): string => (word.getAttribute("href") ?? "").replace("#word-", "");

/** A word with an explanation is a button; one without is a word among others. */
export function blocks(html: string, terms: readonly Term[]): Block[] {
  const sheet = document.createElement("template");
  sheet.innerHTML = html;
  const known = new Set(terms.map(({ id }) => id));
  for (const word of sheet.content.querySelectorAll(TERM)) {
    if (!known.has(termOf(word))) {
      word.replaceWith(...word.childNodes);
      continue;
    }
    word.setAttribute("role", "button");
    word.setAttribute("aria-expanded", "false");
  }
  return [...sheet.content.children].map((block) => ({ html: block.outerHTML, passages: passages(block) }));
}

function passages(block: Element): string[] {
  const points = [...block.children].filter(({ tagName }) => tagName === "LI");
  return (points.length > 0 ? points : [block]).map((each) => wordsOf(each)).filter(Boolean);
}

/** Without the names that drawings have. */
function wordsOf(block: Element): string {
  const copy = block.cloneNode(true) as Element;
  for (const drawing of copy.querySelectorAll("svg")) drawing.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}
