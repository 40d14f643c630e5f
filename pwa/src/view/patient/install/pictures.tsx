/** Line drawings of a phone, made for this: each shows where to tap, and the words beside it say the same. */
import type { ComponentChildren } from "preact";

function Phone({ children }: { children: ComponentChildren }) {
  return (
    <svg class="picture" viewBox="0 0 120 160" aria-hidden="true">
      <rect class="body" x="4" y="4" width="112" height="152" rx="14" />
      {children}
    </svg>
  );
}

const Lines = ({ from, count }: { from: number; count: number }) => (
  <path class="faint" d={Array.from({ length: count }, (_each, line) => `M22 ${from + line * 13}h${line % 2 ? 52 : 76}`).join("")} />
);

/** A square with an arrow, in the bar at the bottom. */
export const ShareButton = () => (
  <Phone>
    <Lines from={26} count={6} />
    <path d="M4 118h112" />
    <circle class="tap" cx="60" cy="137" r="16" />
    <path d="M53 134h-2v13h18v-13h-2M60 141v-15M55 130l5-5 5 5" />
    <path class="faint" d="M24 132l-5 5 5 5M96 132l5 5-5 5" />
  </Phone>
);

/** Three dots at the top. */
export const MenuDots = () => (
  <Phone>
    <path d="M4 38h112" />
    <rect class="faint" x="18" y="14" width="66" height="15" rx="7" />
    <circle class="tap" cx="100" cy="21" r="12" />
    <path class="dots" d="M100 15v.1M100 21v.1M100 27v.1" />
    <Lines from={56} count={7} />
  </Phone>
);

/** A row of a list that opened, with its words as the phone says them. */
function Row({ words, children }: { words: string; children: ComponentChildren }) {
  return (
    <Phone>
      <path class="faint" d="M4 52h112M22 30h60M22 42h40" />
      <rect class="tap" x="10" y="64" width="100" height="34" rx="8" />
      {words.length > 11 ? (
        <>
          <text x="17" y="78">{half(words)[0]}</text>
          <text x="17" y="90">{half(words)[1]}</text>
        </>
      ) : (
        <text x="17" y="85">{words}</text>
      )}
      {children}
      <path class="faint" d="M22 114h60M22 128h44M22 142h54" />
    </Phone>
  );
}

/** At the space nearest to the middle. */
function half(words: string): [string, string] {
  const spaces = [...words.matchAll(/ /g)].map(({ index }) => index);
  const at = spaces.sort((a, b) => Math.abs(a - words.length / 2) - Math.abs(b - words.length / 2))[0] ?? words.length;
  return [words.slice(0, at), words.slice(at + 1)];
}

export const AddRow = ({ words }: { words: string }) => (
  <Row words={words}>
    <path d="M90 74h14v14H90zM97 77v8M93 81h8" />
  </Row>
);

export const BrowserRow = ({ words }: { words: string }) => (
  <Row words={words}>
    <path d="M96 74h-6v14h14v-6M98 74h6v6M104 74l-8 8" />
  </Row>
);

/** The app among the others. */
export const HomeScreen = () => (
  <Phone>
    <path class="faint" d="M20 24h20v20H20zM50 24h20v20H50zM80 24h20v20H80zM20 58h20v20H20zM80 58h20v20H80z" />
    <rect class="tap" x="48" y="56" width="24" height="24" rx="6" />
    <path d="M60 75s-7-4.200-7-8.800a3.700 3.700 0 0 1 7-1.500 3.700 3.700 0 0 1 7 1.500c0 4.600-7 8.800-7 8.800z" />
    <text x="60" y="94" text-anchor="middle">
      Viktig
    </text>
    <path class="faint" d="M44 148h32" />
  </Phone>
);
