import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { _ } from "../../i18n/index.ts";
import { stay } from "../../store/documents.ts";
import { here } from "../../store/here.ts";
import { shares } from "../../store/sharing.ts";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { covered, hide } from "./lock/cover.ts";
import { path } from "./route.ts";

interface Frame {
  heading: string;
  /** What the browser writes down in its history, where the heading names a person. */
  title?: string;
  /** Stands above the heading: where one is in a row of screens. */
  above?: ComponentChildren;
  back?: BackTo;
  /** At the end of the top line: "Saved on this phone". */
  status?: ComponentChildren;
  /** The four places at the bottom; not while something is being filled in. */
  places?: boolean;
  /** Stands in the places' stead: the way on from a question, always in thumb's reach. */
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** A page before this one, or a step before within the same address. */
export interface BackTo {
  readonly words: string;
  readonly href?: string;
  readonly onClick?: () => void;
}

let arrived = "";

/** One screen: a top line, a heading that is moved to when the screen changes, and the places at the bottom. */
export function Page({ heading, title: neutral = heading, above, back, status, places = false, foot, children }: Frame) {
  const title = useRef<HTMLHeadingElement>(null);
  // With the drawing itself: a moment later the person may already be writing, and would lose the field.
  useLayoutEffect(() => {
    document.title = `${neutral} · Viktig`;
    const screen = `${path.value} ${heading}`;
    // Not at the first load: there the browser begins at the top by itself.
    if (arrived && arrived !== screen) title.current?.focus({ preventScroll: true });
    arrived = screen;
  }, [heading, path.value]);
  return (
    <div class={places || foot ? "page placed" : "page"}>
      <header class="top">
        {back ? <BackLink {...back} /> : <span>{stay.value?.unit.name ?? _("Viktig")}</span>}
        {here.value && !covered.value && (
          <button type="button" class="link" onClick={hide}>
            {_("Hide")}
          </button>
        )}
        {status && <span class="status">{status}</span>}
      </header>
      <main class="screen">
        <div class="stack tight">
          {above}
          <h1 ref={title} tabIndex={-1}>
            {heading}
          </h1>
        </div>
        {children}
      </main>
      {foot && <footer class="foot">{foot}</footer>}
      {places && <Places />}
    </div>
  );
}

function BackLink({ href, onClick, words }: BackTo) {
  const inside = (
    <>
      <Icon name="back" /> {words}
    </>
  );
  return href ? (
    <a href={href}>{inside}</a>
  ) : (
    <button type="button" class="link" onClick={onClick}>
      {inside}
    </button>
  );
}

function Places() {
  return (
    <nav class="places" aria-label={_("Pages")}>
      <PlaceLink href="/p" icon="heart" words={_("Viktig")} />
      <PlaceLink href="/p/learn" icon="book" words={_("Learn")} />
      {shares("list") && <PlaceLink href="/p/list" icon="list" words={_("The list")} />}
      <PlaceLink href="/p/me" icon="person" words={_("Me")} />
    </nav>
  );
}

function PlaceLink({ href, icon, words }: { href: string; icon: IconName; words: string }) {
  const current = href === "/p" ? /^\/(p(\/answers.*)?)?$/.test(path.value) : path.value.startsWith(href);
  return (
    <a href={href} aria-current={current ? "page" : undefined}>
      <Icon name={icon} />
      {words}
    </a>
  );
}
