import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { _, decimal } from "../../i18n/index.ts";
import { monthWords } from "./numbers.ts";
import { FEWEST, type Run } from "./run.ts";

interface Drawn {
  label: string;
  months: readonly string[];
  shares: readonly (number | null)[];
  judged: Run;
}

const HIGH = 300;
const LEFT = 56;
const RIGHT = 16;
const TOP = 16;
const BOTTOM = 40;

/** Drawn for paper as much as for the screen: points, their median, and nothing that shouts. */
export function RunChart({ label, months, shares, judged }: Drawn) {
  const box = useRef<HTMLDivElement>(null);
  const wide = useSignal(900);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => void (wide.value = Math.max(280, Math.min(900, element.clientWidth)));
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, []);
  const step = (wide.value - LEFT - RIGHT - 24) / Math.max(months.length - 1, 1);
  const x = (place: number): number => LEFT + 12 + place * step;
  const y = (share: number): number => TOP + (1 - share) * (HIGH - TOP - BOTTOM);
  const points = shares.flatMap((share, place) => (share === null ? [] : [{ place, x: x(place), y: y(share) }]));
  const median = judged.useful >= FEWEST ? judged.median : null;
  return (
    <div ref={box} class="chart">
      <svg viewBox={`0 0 ${wide.value} ${HIGH}`} role="img" aria-label={label}>
        <path class="axis" d={`M${LEFT} ${TOP}V${HIGH - BOTTOM}H${wide.value - RIGHT}`} />
        {[0, 0.5, 1].map((share) => (
          <text key={share} x={LEFT - 8} y={y(share) + 5} text-anchor="end">
            {_("{n} %", { n: share * 100 })}
          </text>
        ))}
        {median !== null && (
          <>
            <path class="median" d={`M${LEFT} ${y(median)}H${wide.value - RIGHT}`} />
            <text x={LEFT + 8} y={y(median) - 8}>
              {_("median {n} %", { n: decimal(median * 100) })}
            </text>
          </>
        )}
        <polyline
          class="line"
          points={points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(" ")}
        />
        {points.map((point) => (
          <circle
            key={point.place}
            class={judged.since === null || point.place >= judged.since ? "point" : "point before"}
            cx={point.x}
            cy={point.y}
            r="5"
          />
        ))}
        <text x={LEFT} y={HIGH - 14}>
          {monthWords(months[0] ?? "")}
        </text>
        {months.length > 1 && (
          <text x={wide.value - RIGHT} y={HIGH - 14} text-anchor="end">
            {monthWords(months.at(-1) ?? "")}
          </text>
        )}
      </svg>
    </div>
  );
}
