import { useSignal } from "@preact/signals";
import { go } from "../route.ts";
import { BirthDate } from "./BirthDate.tsx";
import { Code } from "./Code.tsx";
import type { Who } from "./join.ts";
import { Languages } from "./Languages.tsx";
import { NotMe } from "./NotMe.tsx";
import { Ready } from "./Ready.tsx";
import { keepSecret, secret } from "./secret.ts";
import { Terms } from "./Terms.tsx";
import { WhoAreYou } from "./WhoAreYou.tsx";

type Step = "code" | "language" | "who" | "terms" | "birth" | "ready" | "not-me";

/** From an invitation to the first question. A move code knows whose it is: nothing of that is asked again. */
export function Invited() {
  const step = useSignal<Step>(secret() ? "language" : "code");
  const who = useSignal<Who>({ role: "patient" });
  const moving = useSignal(false);
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
      return <Languages onChosen={to(moving.value ? "birth" : "who")} />;
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
      return <Terms who={who.value} onBack={to("who")} onNext={to("birth")} />;
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
