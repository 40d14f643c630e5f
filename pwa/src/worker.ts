import { effect } from "@preact/signals";
import { listenForPrompt } from "./view/patient/install/prompt.ts";
import { language } from "./i18n/index.ts";
import { inTurn } from "./store/here.ts";
import { broughtContent, keepPart } from "./sync/content.ts";
import { halfWritten } from "./view/patient/halfWritten.ts";
import { renewed, takeOver } from "./view/patient/NewVersion.tsx";

/** What the page before this one leaves behind when it begins anew with a new version. */
const RENEWED = "renewed";

/** What makes the app work without a network and stand on the home screen; none of it is needed for the first screen. */
export async function install(): Promise<void> {
  listenForPrompt();
  link("manifest", "/manifest.webmanifest");
  link("icon", "/icon.svg");
  link("apple-touch-icon", "/icon-180.png");
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("/sw.js");
    watch(registration);
    await navigator.serviceWorker.ready;
    effect(() => keepPart(language.value));
  } catch {
    // Without a worker the app needs a network to open; what is written is kept all the same.
  }
}

function link(rel: string, href: string): void {
  document.head.querySelector(`link[rel="${rel}"]`)?.remove();
  document.head.append(Object.assign(document.createElement("link"), { rel, href }));
}

/** A new version waits until nothing is half written: then it takes over while nobody looks, or when it is asked to. */
function watch(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  renewed.value = sessionStorage.getItem(RENEWED) !== null;
  sessionStorage.removeItem(RENEWED);
  const offer = (): void => {
    const { waiting } = registration;
    if (!waiting || !serviceWorker.controller) return;
    takeOver.value = () => {
      serviceWorker.addEventListener("controllerchange", () => void beginAnew(), { once: true });
      // Chromium can leave the new version waiting for good when the old one is given work just then.
      void broughtContent().then(() => waiting.postMessage({ takeOver: true }));
    };
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  // Another window has taken it over: this one goes on with its own files until it is at rest.
  serviceWorker.addEventListener("controllerchange", () => (takeOver.value = () => void beginAnew()));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void registration.update().catch(() => undefined);
    else if (takeOver.value && !half()) takeOver.value();
  });
}

/** All that was said to be kept is kept first. Who has begun to write meanwhile is left alone. */
async function beginAnew(): Promise<void> {
  await inTurn(async () => undefined);
  if (half()) return;
  sessionStorage.setItem(RENEWED, "");
  location.reload();
}

const half = (): boolean => halfWritten(location.pathname, document);
