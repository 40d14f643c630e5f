import { useMemo, useRef } from "preact/hooks";
import { type Module, type ModuleEntry, spoken } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";
import { shares } from "../../../store/sharing.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../Page.tsx";
import { TextSize } from "../TextSize.tsx";
import { Aloud } from "./Aloud.tsx";
import { Draft } from "./Draft.tsx";
import { Feedback, isHalfSaid } from "./Feedback.tsx";
import { ModuleMedia } from "./ModuleMedia.tsx";
import { Paper } from "./Paper.tsx";
import { Reading } from "./Reading.tsx";
import { Share } from "./Share.tsx";
import { Sources } from "./Sources.tsx";
import { WhichText } from "./WhichText.tsx";

interface Shown {
  module: Module;
  at: number;
  entry: ModuleEntry;
  onMove: (to: number) => void;
  onAsk: () => void;
}

/** One screen of a module: the text first, and below it what one may do with it. */
export function Screen({ module, at, entry, onMove, onAsk }: Shown) {
  const room = useRef<HTMLDivElement | null>(null);
  // The app may have been begun anew: what was half said at the end is found where the text is opened again.
  const halfSaid = useMemo(() => at === 0 && isHalfSaid(module), [module, at]);
  const { title: heading, html } = module.steps[at] ?? { title: "", html: "" };
  return (
    <Page
      heading={heading}
      above={
        <>
          <progress max={module.steps.length} value={at + 1} aria-hidden="true" />
          <p class="quiet">{_("{title}, {at} of {of}", { title: module.title, at: at + 1, of: module.steps.length })}</p>
        </>
      }
      back={{ href: "/p/learn", words: _("Learn") }}
    >
      <Draft module={module} briefly={at > 0} />
      {spoken(entry, module.language)?.easy && <WhichText />}
      {at === 0 && <ModuleMedia module={module} />}
      <Aloud room={room} heading={heading} language={module.language} />
      <Reading module={module} html={html} room={room} />
      <div class="stack tight">
        <Button wide onClick={() => onMove(at + 1)}>
          {_("Next")}
        </Button>
        {at > 0 && (
          <Button wide kind="plain" onClick={() => onMove(at - 1)}>
            {_("Back")}
          </Button>
        )}
      </div>
      <div class="row">
        {shares("list") && (
          <Button kind="plain" icon="speech" onClick={onAsk}>
            {_("Ask about this")}
          </Button>
        )}
        <Button kind="plain" icon="print" onClick={() => print()}>
          {_("Print")}
        </Button>
        <Share module={module} organization={entry.organization} />
      </div>
      {halfSaid && <Feedback module={module} />}
      <TextSize />
      <Sources module={module} />
      <Paper module={module} />
    </Page>
  );
}
