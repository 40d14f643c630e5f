import { spans } from "../../../domain/sentences.ts";

/** A sentence on the screen: where it stands, and how it is said. */
export interface Sentence {
  readonly block: Element;
  readonly from: number;
  readonly to: number;
  readonly said: string;
}

/** The sentences of a screen, in the order they stand; points of a list are sentences of their own. */
export function sentencesOf(room: Element): Sentence[] {
  return [...room.querySelectorAll("p, li")].flatMap((block) => {
    const text = block.querySelector("p, svg, ul, ol") ? "" : (block.textContent ?? "");
    return spans(text).map(({ from, to }) => ({ block, from, to, said: numbersApart(text.slice(from, to), block) }));
  });
}

/** 116117 is a number to dial, not a hundred and sixteen thousand. */
function numbersApart(said: string, block: Element): string {
  const dialled = [...block.querySelectorAll('a[href^="tel:"]')].map(({ textContent }) => textContent ?? "");
  return dialled.reduce((words, number) => words.replaceAll(number, [...number.replace(/\s/g, "")].join(" ")), said);
}

export function rangeOf({ block, from, to }: Sentence): Range {
  const range = document.createRange();
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (from >= passed && from < passed + length) range.setStart(node, from - passed);
    if (to > passed && to <= passed + length) range.setEnd(node, to - passed);
    passed += length;
  }
  return range;
}

/** Known to the style sheet by this name. */
const READ = "read";
let marks: HTMLElement[] = [];

/** Marks the one sentence that is being read. */
export function mark(sentence?: Sentence): void {
  for (const each of marks) {
    const parent = each.parentNode;
    each.replaceWith(...each.childNodes);
    parent?.normalize();
  }
  marks = [];
  if (typeof Highlight === "function" && "highlights" in CSS) {
    if (sentence) CSS.highlights.set(READ, new Highlight(rangeOf(sentence)));
    else CSS.highlights.delete(READ);
  } else if (sentence) marks = wrapped(sentence);
  sentence?.block.scrollIntoView({ block: "nearest" });
}

/** Where the browser has no highlights: a mark around each piece of the sentence. */
function wrapped({ block, from, to }: Sentence): HTMLElement[] {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const pieces: { node: Text; begin: number; end: number }[] = [];
  let passed = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0;
    const [begin, end] = [Math.max(0, from - passed), Math.min(length, to - passed)];
    if (begin < end) pieces.push({ node: node as Text, begin, end });
    passed += length;
  }
  return pieces.map(({ node, begin, end }) => {
    const piece = begin > 0 ? node.splitText(begin) : node;
    if (end - begin < (piece.textContent?.length ?? 0)) piece.splitText(end - begin);
    const made = document.createElement("mark");
    piece.replaceWith(made);
    made.append(piece);
    return made;
  });
}
