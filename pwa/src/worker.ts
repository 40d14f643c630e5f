import { effect } from "@preact/signals";
import { language } from "./i18n/index.ts";
import { takeOver } from "./view/patient/NewVersion.tsx";

/** What makes the app work without a network and stand on the home screen; none of it is needed for the first screen. */
export async function install(): Promise<void> {
  link("manifest", "/manifest.webmanifest");
  link("icon", "/icon.svg");
  link("apple-touch-icon", "/icon-180.png");
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("/sw.js");
    watch(registration);
    const ready = await navigator.serviceWorker.ready;
    effect(() => ready.active?.postMessage({ keep: language.value }));
  } catch {
    // Without a worker the app needs a network to open; what is written is kept all the same.
  }
}

function link(rel: string, href: string): void {
  document.head.querySelector(`link[rel="${rel}"]`)?.remove();
  document.head.append(Object.assign(document.createElement("link"), { rel, href }));
}

/** A new version waits until the page says so: nothing half written is reloaded away. */
function watch(registration: ServiceWorkerRegistration): void {
  const offer = (): void => {
    const { waiting } = registration;
    if (!waiting || !navigator.serviceWorker.controller) return;
    takeOver.value = () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage({ takeOver: true });
    };
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void registration.update().catch(() => undefined);
  });
}
