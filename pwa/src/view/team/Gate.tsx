import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { _, needTeamWords } from "../../i18n/index.ts";
import { Button } from "../parts/Button.tsx";
import { isDemo } from "./demo.ts";
import { keepTime } from "./now.ts";
import { SignInAgain } from "./parts/NotSaved.tsx";
import { gate, lapsed, lookWho } from "./session.ts";

/** Nothing of a patient is asked for before we know who is here. */
export function Gate({ children }: { children: () => ComponentChildren }) {
  useEffect(() => {
    void needTeamWords();
    void lookWho();
    return keepTime();
  }, []);
  switch (gate.value) {
    case "asking":
      return <main class="calm" aria-busy="true" />;
    case "away":
      return <Away />;
    case "out":
      return <SignIn />;
    case "in":
      return (
        <>
          {lapsed.value && <Lapsed />}
          {children()}
        </>
      );
  }
}

function Away() {
  return (
    <main class="calm stack">
      <h1>{_("We do not reach Viktig just now")}</h1>
      <p>{_("These pages work only with a network. Nothing that patients have written is lost.")}</p>
      <Button onClick={lookWho}>{_("Try again")}</Button>
    </main>
  );
}

function SignIn() {
  useEffect(() => void isDemo.ask(), []);
  return (
    <main class="calm stack">
      <h1>{_("You are not signed in")}</h1>
      {isDemo.value ? (
        <p>
          <a href="/demo">{_("Choose who you are in the demo")}</a>
        </p>
      ) : (
        <p>
          {_(
            "Staff sign in by OpenID Connect, and none has been set up here yet. Whoever looks after Viktig can do that.",
          )}
        </p>
      )}
    </main>
  );
}

/** The page stays as it is, so that nothing typed is lost. */
function Lapsed() {
  return (
    <div class="lapsed" role="alert">
      <p>{_("You have been signed out. What you have typed still stands here.")}</p>
      <SignInAgain />
      <Button kind="second" onClick={lookWho}>
        {_("I have signed in again")}
      </Button>
    </div>
  );
}
