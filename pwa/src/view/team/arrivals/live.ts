import { eventsPath } from "../api.ts";
import { lapsed, profile } from "../session.ts";
import { events } from "./stream.ts";

interface Heard {
  changed: (n: number) => void;
  /** Whether changes come by themselves just now. */
  open: (open: boolean) => void;
}

const WAITS = [1_000, 2_000, 5_000, 15_000, 30_000];

/** One stream a browser: whoever holds the lock listens and tells the other windows. Returns how to stop. */
export function live(unit: string, heard: Heard): () => void {
  const name = `viktig-live-${profile}-${unit}`;
  const stop = new AbortController();
  const others = new BroadcastChannel(name);
  const tell = (message: { n?: number; open?: boolean }): void => {
    if (message.n !== undefined) heard.changed(message.n);
    if (message.open !== undefined) heard.open(message.open);
  };
  others.onmessage = (event: MessageEvent<{ n?: number; open?: boolean }>) => tell(event.data);
  const both = (message: { n?: number; open?: boolean }): void => {
    others.postMessage(message);
    tell(message);
  };
  const listening = () => listen(unit, stop.signal, both);
  // A lock needs a secure context; without one every window listens for itself.
  const locked = navigator.locks ? navigator.locks.request(name, { signal: stop.signal }, listening) : listening();
  locked.catch(() => undefined);
  return () => {
    stop.abort();
    others.close();
  };
}

async function listen(unit: string, signal: AbortSignal, tell: (message: { n?: number; open?: boolean }) => void) {
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      const headers = { Accept: "text/event-stream", "Viktig-Profile": profile };
      const answer = await fetch(eventsPath(unit), { headers, cache: "no-store", signal });
      if (answer.status === 401) lapsed.value = true;
      if (answer.ok && answer.body) {
        tell({ open: true });
        tries = 0;
        for await (const { event, data } of events(answer.body)) {
          if (event === "changed") tell({ n: (JSON.parse(data) as { n: number }).n });
        }
      }
    } catch {
      // The network went: said below, tried again soon.
    }
    if (signal.aborted) return;
    tell({ open: false });
    await pause(WAITS[Math.min(tries, WAITS.length - 1)] ?? 0, signal);
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wait = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(wait), resolve()), { once: true });
  });
