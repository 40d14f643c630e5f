import { useMemo } from "preact/hooks";

/** The server's drawing, taken over path by path: nothing else of it reaches the page. */
export function Qr({ svg, label }: { svg: string; label: string }) {
  const { box, paths } = useMemo(() => drawing(svg), [svg]);
  return (
    <svg class="qr" viewBox={box} role="img" aria-label={label} shape-rendering="crispEdges">
      {paths.map(({ d, fill, stroke }) => (
        <path key={d} d={d} fill={fill} stroke={stroke} />
      ))}
    </svg>
  );
}

function drawing(svg: string) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const paths = [...root.querySelectorAll("path")].map((path) => ({
    d: path.getAttribute("d") ?? "",
    fill: path.getAttribute("fill") ?? (path.hasAttribute("stroke") ? "none" : "#000"),
    stroke: path.getAttribute("stroke") ?? "none",
  }));
  return { box: root.getAttribute("viewBox") ?? "0 0 1 1", paths };
}
