import { useSignal } from "@preact/signals";
import { people, settings } from "../../../store/device.ts";
import { go } from "../route.ts";
import { BirthDate } from "./BirthDate.tsx";
import { Code } from "./Code.tsx";
import type { Who } from "./join.ts";
import { Languages } from "./Languages.tsx";
import { NotMe } from "./NotMe.tsx";
import { Ready } from "./Ready.tsx";
import { keepSecret, secret } from "./secret.ts";
import { Terms } from "./Terms.tsx";
import { Whose } from "./Whose.tsx";
import { WhoAreYou } from "./WhoAreYou.tsx";

type Step = "code" | "language" | "who" | "terms" | "whose" | "birth" | "ready" | "not-me";

/** From an invitation to the first question. A move code knows whose it is: nothing of that is asked again. */
export function Invited() {
  const step = useSignal<Step>(secret() ? "language" : "code");
  const moving = useSignal(false);
  // A link that is for one person alone says whether that is the patient or somebody who helps.
  const known = /^[pc]\./.test(secret());
  const who = useSignal<Who>({ role: secret().startsWith("c.") ? "related" : "patient" });
  // Asked where it matters: somebody else is here already, or it was no own phone the last time.
  const last = people.value.length > 0 || (settings.value.keeps ?? "own") !== "own" ? "whose" : "birth";
  const to = (next: Step) => () => void (step.value = next);
  switch (step.value) {
    case "code":
      return (
        <Code
          moving={moving.value}
          onMoving={(now) => (moving.value = now)}
          onCode={(code) => {
            keepSecret(code);
            step.value = "language";
          }}
        />
      );
    case "language":
      return <Languages onChosen={to(moving.value ? last : known ? "terms" : "who")} />;
    case "who":
      return (
        <WhoAreYou
          who={who.value}
          onBack={to("language")}
          onWho={(chosen) => {
            who.value = chosen;
            step.value = "terms";
          }}
        />
      );
    case "terms":
      return <Terms who={who.value} onBack={to(known ? "language" : "who")} onNext={to(last)} onNotMine={to("whose")} />;
    case "whose":
      return (
        <Whose
          onBack={to(moving.value ? "code" : "terms")}
          onChosen={(keeps) => {
            who.value = { ...who.value, keeps };
            step.value = "birth";
          }}
        />
      );
    case "birth":
      return (
        <BirthDate
          who={who.value}
          moving={moving.value}
          onBack={to(moving.value ? "code" : "terms")}
          onReady={moving.value ? () => go("/p") : to("ready")}
          onOtherCode={to("code")}
          onNotMe={to("not-me")}
        />
      );
    case "ready":
      return <Ready />;
    case "not-me":
      return <NotMe onBack={to("birth")} />;
  }
}
