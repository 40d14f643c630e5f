import type { NewReminderAddress } from "../../../domain/wire.ts";
import { place } from "../install/place.ts";

/** Whether this browser can be reached: an iPhone only when the app stands on the home screen. */
export type PushHere = "can" | "denied" | "install-first" | "none";

export function pushHere(): PushHere {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
    return place() === "iphone" ? "install-first" : "none";
  }
  return Notification.permission === "denied" ? "denied" : "can";
}

/** Asks the person, then the browser. Null when one of them says no. */
export async function subscribed(key: string): Promise<Pick<NewReminderAddress, "to" | "keys"> | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const { pushManager } = await navigator.serviceWorker.ready;
  const ours = bytes(key);
  const before = await pushManager.getSubscription();
  const same = before?.options.applicationServerKey && base64url(before.options.applicationServerKey) === key;
  if (before && !same) await before.unsubscribe();
  const made = same ? before : await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: ours }).catch(() => null);
  const { p256dh = "", auth = "" } = made?.toJSON().keys ?? {};
  return made && { to: made.endpoint, keys: { p256dh, auth } };
}

const base64url = (raw: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(raw))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
