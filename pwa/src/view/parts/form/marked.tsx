import type { ComponentChildren } from "preact";

/** Bold, slanted, links to https, telephone and e-mail. Everything else stands as it was written; HTML is text. */
const INLINE = /\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|_(.+?)_|\[([^\]]+)\]\((https:\/\/[^\s)]+|tel:\+?\d+|mailto:[^\s)]+)\)|(https:\/\/[^\s<>"()]*[^\s<>"().,;:!?])/;
const LONGEST = 20_000;

/** Paragraphs, headings and lists of simple markdown as elements. */
export function marked(text: string): ComponentChildren[] {
  const blocks = text.slice(0, LONGEST).replace(/\r\n?/g, "\n").split(/\n{2,}/);
  return blocks.filter((block) => block.trim() !== "").map((block, n) => <Block key={n} lines={block.split("\n")} />);
}

function Block({ lines }: { lines: readonly string[] }) {
  const bullets = lines.map((line) => /^\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line)?.[1]);
  if (bullets.every((item) => item !== undefined)) {
    const items = bullets.map((item, n) => <li key={n}>{inline(item ?? "")}</li>);
    return /^\s*\d/.test(lines[0] ?? "") ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  const heading = /^#{1,6}\s+(.*)$/.exec(lines[0] ?? "")?.[1];
  if (heading !== undefined && lines.length === 1) return <h3>{inline(heading)}</h3>;
  return <p>{lines.flatMap((line, n) => [n > 0 && <br key={n} />, ...inline(line.replace(/^#{1,6}\s+/, ""))])}</p>;
}

function inline(text: string): ComponentChildren[] {
  const found = INLINE.exec(text);
  if (!found) return [text];
  const [whole, bold, bold2, slanted, slanted2, words, written, bare] = found;
  const [strong, address] = [bold ?? bold2, written ?? bare];
  const inner = address ? <a href={address}>{words ?? bare}</a> : strong ? <b>{inline(strong)}</b> : <i>{inline(slanted ?? slanted2 ?? "")}</i>;
  return [text.slice(0, found.index), inner, ...inline(text.slice(found.index + whole.length))];
}
