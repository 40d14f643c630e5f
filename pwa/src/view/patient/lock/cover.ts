import { signal } from "@preact/signals";
import { allKept } from "../../../store/halfWritten.ts";

const KEY = "viktig-covered";

/** Words are covered: somebody pressed Hide, or the phone lay idle. Stays so when the page is loaded anew. */
export const covered = signal(sessionStorage.getItem(KEY) !== null);

/** Milliseconds that what is half written is given to reach the disk. */
const LONGEST = 500;
let title = "";

const windows = new BroadcastChannel("viktig-cover");
windows.onmessage = () => cover();

/** The person asked for it: in every window. */
export function hide(): void {
  windows.postMessage("");
  cover();
}

export function cover(): void {
  if (covered.value) return;
  title = document.title;
  document.title = "Viktig";
  sessionStorage.setItem(KEY, "");
  covered.value = true;
  void allKept().catch(() => undefined);
}

export function uncover(): void {
  if (title) document.title = title;
  sessionStorage.removeItem(KEY);
  covered.value = false;
}

/** Away to a page that tells nothing; going back from it comes to the cover. */
export function leaveQuickly(): void {
  hide();
  const away = (): void => location.replace("https://www.yr.no/");
  setTimeout(away, LONGEST);
  void allKept().then(away, away);
}
