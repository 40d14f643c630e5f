import type { ComponentChildren } from "preact";
import { _ } from "../../../i18n/index.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { isAndroid, place } from "./place.ts";
import { AddRow, BrowserRow, HomeScreen, MenuDots, ShareButton } from "./pictures.tsx";
import { askToInstall } from "./prompt.ts";
import "./install.css";

/** How Viktig comes to the home screen, or out of another app, with a picture for each step. */
export function Install() {
  const where = place();
  return (
    <Page
      heading={where === "in-app" ? _("Out of this app") : _("Viktig on the home screen")}
      back={{ href: "/p/me", words: _("Me") }}
    >
      {where === "installed" && <p>{_("Viktig stands on the home screen already.")}</p>}
      {where === "computer" && <p>{_("This is for phones and tablets. On a computer you can keep a bookmark.")}</p>}
      {where === "iphone" && <Iphone />}
      {where === "in-app" && <InApp />}
      {(where === "android" || (where === "computer" && askToInstall.value)) && <Android />}
    </Page>
  );
}

function Iphone() {
  return (
    <>
      <ol class="steps">
        <Step picture={<ShareButton />}>
          {_("Tap the button for sharing: a square with an arrow. You find it at the bottom or the top, or behind three dots.")}
        </Step>
        <Step picture={<AddRow words={_("Add to Home Screen")} />}>
          {_("Look down the list, tap “Add to Home Screen”, and then “Add”.")}
        </Step>
        <Step picture={<HomeScreen />}>
          {_("The new Viktig is empty at first. Get a move code here, open Viktig from the home screen, and type it there.")}
        </Step>
      </ol>
      <ToMove />
    </>
  );
}

function InApp() {
  const browser = isAndroid() ? "Chrome" : "Safari";
  return (
    <>
      <ol class="steps">
        <Step picture={<MenuDots />}>{_("Tap the three dots, or the button for sharing, in a corner of the screen.")}</Step>
        <Step picture={<BrowserRow words={_("Open in {browser}", { browser })} />}>
          {_("Tap “Open in {browser}” or “Open in browser”. Viktig is empty there at first.", { browser })}
        </Step>
        <Step picture={<HomeScreen />}>{_("Come back here, get a move code, and type it there.")}</Step>
      </ol>
      <ToMove />
    </>
  );
}

function Android() {
  const ask = askToInstall.value;
  if (ask) {
    return (
      <>
        <p>{_("Everything you have written comes along.")}</p>
        <Button wide icon="download" onClick={() => void ask()}>
          {_("Put Viktig on the home screen")}
        </Button>
      </>
    );
  }
  return (
    <>
      <ol class="steps">
        <Step picture={<MenuDots />}>{_("Tap the three dots in a corner of the browser.")}</Step>
        <Step picture={<AddRow words={_("Add to Home screen")} />}>{_("Tap “Add to Home screen” or “Install”.")}</Step>
        <Step picture={<HomeScreen />}>{_("Open Viktig from the home screen.")}</Step>
      </ol>
      <p>{_("Everything you have written comes along.")}</p>
    </>
  );
}

const ToMove = () => (
  <ButtonLink wide href="/p/me/move">
    {_("Get a move code")}
  </ButtonLink>
);

const Step = ({ picture, children }: { picture: ComponentChildren; children: ComponentChildren }) => (
  <li>
    {picture}
    <span>{children}</span>
  </li>
);
