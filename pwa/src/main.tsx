import { computed, effect } from "@preact/signals";
import { type ComponentType, render } from "preact";
import { _, expectWords, isLanguage, language, needWords, preferred, setLanguage } from "./i18n/index.ts";
import { content } from "./sync/content.ts";
import { rememberClock } from "./store/clock.ts";
import { isLocked, openDevice, people, settings } from "./store/device.ts";
import { stay } from "./store/documents.ts";
import { open } from "./store/here.ts";
import { Button } from "./view/parts/Button.tsx";
import { App, type RestPages } from "./view/patient/App.tsx";
import { keepTime } from "./view/patient/now.ts";
import { go, listen } from "./view/patient/route.ts";
import { applyTextSize } from "./view/patient/TextSize.tsx";
import { keepFieldsUntold } from "./view/patient/untold.ts";
import { takeSecret } from "./view/patient/welcome/secret.ts";
import "./view/styles/all.ts";

/** What the first file holds: the way from an invitation through the questions. */
const FIRST = /^\/(i$|p\/form\/)/;

takeSecret();
void start();

async function start(): Promise<void> {
  const root = document.getElementById("app");
  if (!root) return;
  if (!isSecureContext) return render(<Insecure />, root);
  const others = online(location.pathname);
  if (!others && !FIRST.test(location.pathname)) {
    expectWords("rest");
    later().catch(() => undefined);
  }
  await openDevice();
  rememberClock();
  applyTextSize();
  const wished = settings.value.language ?? "";
  const words = setLanguage(isLanguage(wished) ? wished : preferred(navigator.languages));
  if (others) {
    const page = await others.catch(() => undefined);
    await words;
    return render(page ? <page.default /> : <Away />, root);
  }
  const form = whoIsHere().then(firstForm);
  await Promise.all([words, form]);
  listen();
  keepFieldsUntold();
  keepTime();
  render(<App later={rest} />, root);
  // Nothing else is fetched before the question stands there: on a bad network it would stand in its way.
  await (await form)?.asked;
  afterPaint(() => void settle());
}

/** The form that the first screen asks, fetched while the words are on their way. */
function firstForm(): { asked: Promise<unknown> } | undefined {
  const [form] = stay.value?.forms ?? [];
  if (!form || !FIRST.test(location.pathname)) return undefined;
  return { asked: content(form.path).catch(() => undefined) };
}

/** The other pages, with their words. */
async function rest(): Promise<RestPages> {
  const [{ bring }, spoken] = await Promise.all([later(), needWords("rest")]);
  if (!spoken) throw new Error("no words");
  return bring();
}

let fetched: Promise<typeof import("./later.ts")> | undefined;

function later(): Promise<typeof import("./later.ts")> {
  fetched ??= import("./later.ts");
  fetched.catch(() => (fetched = undefined));
  return fetched;
}

/** Sending, the worker, and content for days without a network begin when the first screen stands. */
async function settle(): Promise<void> {
  try {
    const { bringContent, install, startLocking, startFeedback, startSync, watchRoom } = await later();
    startLocking();
    startSync();
    startFeedback();
    watchRoom();
    void install();
    const wanted = computed(() => stay.value && `${stay.value.id} ${language.value} ${stay.value.modules?.length}`);
    effect(() => {
      // What does not come now for want of a network comes with the next start.
      if (wanted.value) bringContent().catch(() => undefined);
    });
  } catch {
    addEventListener("online", () => void settle(), { once: true });
  }
}

/** The pages that work online only, in files that a patient's phone never loads. */
function online(path: string): Promise<{ default: ComponentType }> | undefined {
  if (/^\/team(\/|$)/.test(path)) return import("./view/team/Team.tsx");
  if (/^\/insight(\/|$)/.test(path)) return import("./view/insight/Insight.tsx");
  if (path === "/stop") return Promise.all([later(), needWords("rest")]).then(([{ Stop }]) => ({ default: Stop }));
  if (path === "/demo") return import("./view/team/Demo.tsx");
  return undefined;
}

async function whoIsHere(): Promise<void> {
  const all = people.value;
  if (location.pathname === "/i") return;
  // Several on one phone: at the door everybody is asked, within the app the last one goes on.
  const last = location.pathname === "/" ? undefined : all.find(({ profile }) => profile === settings.value.last);
  const holder = all.length === 1 ? all[0] : last;
  // On a phone that others use, too, everybody is asked.
  if (holder && !holder.keeps && !isLocked(holder)) await open(holder);
  else if (all.length === 0) go("/i", { replace: true });
}

/** After the first screen has been drawn and can be answered. */
const afterPaint = (work: () => void): void =>
  void requestAnimationFrame(() => setTimeout(() => ("requestIdleCallback" in window ? requestIdleCallback(work) : work()), 0));

function Away() {
  return (
    <main class="screen">
      <h1>{_("This page needs a network")}</h1>
      <p>{_("Try again when there is one.")}</p>
      <Button onClick={() => location.reload()}>{_("Try again")}</Button>
    </main>
  );
}

function Insecure() {
  return (
    <main class="screen">
      <h1>{_("Viktig needs a safe connection")}</h1>
      <p>{_("Open the address that begins with https.")}</p>
    </main>
  );
}
