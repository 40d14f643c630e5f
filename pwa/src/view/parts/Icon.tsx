/** Line icons on a 24 x 24 sheet. An icon always stands beside a word, so it is silent to a screen reader. */
const PATHS = {
  heart: "M12 20s-7-4.4-7-9.600A4 4 0 0 1 12 8a4 4 0 0 1 7 2.400C19 15.6 12 20 12 20z",
  book: "M4 5h6a2 2 0 0 1 2 2v13a3 3 0 0 0-3-2H4zM20 5h-6a2 2 0 0 0-2 2v13a3 3 0 0 1 3-2h5z",
  list: "M9 6h11M9 12h11M9 18h11M4 6l1 1 2-2M4 12l1 1 2-2M4 18l1 1 2-2",
  person: "M12 4.500a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c1-4 4-5.5 7-5.500s6 1.5 7 5.5",
  people: "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 19c.8-3.5 3-5 6-5s5.2 1.5 6 5M16 5.500a3 3 0 0 1 0 5.500M17 14c2.2.4 3.5 2 4 4.5",
  microphone: "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5 11a7 7 0 0 0 14 0M12 18v3",
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  check: "M5 12.500l5 5L19 7",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  phone: "M6 3h3l2 5-2.5 1.500a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3C10.8 21 3 13.2 3 6a3 3 0 0 1 3-3z",
  device: "M8 3h8a1.5 1.5 0 0 1 1.5 1.500v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.500v-15A1.5 1.5 0 0 1 8 3zM11 18h2",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.500a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 2",
  help: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM9.7 9.800a2.4 2.4 0 1 1 3.5 2.100c-.8.4-1.2.9-1.2 1.800M12 16.300v.1",
  alert: "M12 4l9 16H3zM12 10v4.500M12 17v.1",
  send: "M4 12l16-7-6 15-3-6z",
  cloud: "M7 18a4 4 0 0 1-.5-8 5.5 5.5 0 0 1 10.7 1A3.5 3.5 0 0 1 17 18zM12 17v-5M9.8 14l2.2-2 2.2 2",
  pencil: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  copy: "M9 9h10v11H9zM5 15V4h10",
  print: "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
  download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.500M5 20h14",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  globe: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM4 12h16M12 4c-5 5-5 11 0 16M12 4c5 5 5 11 0 16",
  text: "M3 19l5-14 5 14M4.8 14h6.400M14 19l3.5-9 3.5 9M15 16h5",
  speech: "M5 5h14a1.5 1.5 0 0 1 1.5 1.500v9A1.5 1.5 0 0 1 19 17h-8l-5 4v-4H5a1.5 1.5 0 0 1-1.5-1.500v-9A1.5 1.5 0 0 1 5 5z",
  history: "M4.5 9a8 8 0 1 1-.4 4M4 4.500V9h4.500M12 8v4.500l3 2",
  home: "M4 11l8-7 8 7M6 9.500V20h12V9.500M10 20v-5h4v5",
  bed: "M3 18v-12M3 15h18v3M21 15v-2a3 3 0 0 0-3-3h-8v5M6.5 9.500a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z",
  search: "M10.5 4.500a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5",
  chart: "M4 4v16h16M7 15l4-5 3 3 5-7",
  paper: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M5.3 18.700l1.4-1.400M17.3 6.700l1.4-1.4",
  sound: "M4 9.500h4l5-4.500v14l-5-4.500H4zM16 9a4.5 4.5 0 0 1 0 6M18.5 6.500a8 8 0 0 1 0 11",
  exit: "M14 4h5v16h-5M4 12h10M10 8l4 4-4 4",
} as const;

export type IconName = keyof typeof PATHS;

const TURNS: ReadonlySet<IconName> = new Set(["back", "forward", "send", "exit"]);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={TURNS.has(name) ? "icon turns" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
