import type { Invitation, Unit } from "../../../domain/wire.ts";
import type { Language } from "../../../i18n/index.ts";
import { exactly } from "../words.ts";
import { inFours } from "../../parts/code.ts";
import { Qr } from "../../parts/Qr.tsx";
import { SHEET } from "./text.ts";

/** One A4 to hand over. Initials and room only: it may lie on a table. */
export function Sheet({ invitation, unit, language }: { invitation: Invitation; unit: Unit; language: Language }) {
  const text = SHEET[language];
  const { qr, code, link, initials, room, expires, codeExpires } = invitation;
  return (
    <article class="sheet" lang={language}>
      <header class="sheet-head">
        <span>{[initials, room && text.room(room)].filter(Boolean).join(" · ")}</span>
        <span>{unit.name}</span>
      </header>
      <h1>{text.title}</h1>
      {text.why.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <div class="sheet-ways">
        <Qr svg={qr} label={text.scan} />
        <div>
          <ol>
            {text.how.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ol>
          <p>{text.birthDate}</p>
        </div>
      </div>
      <div class="sheet-code">
        <h2>{text.code}</h2>
        <p class="code">{inFours(code)}</p>
        <p>
          {text.type(new URL(link).host)} {text.codeUntil(exactly(codeExpires, unit.timezone))}
        </p>
      </div>
      <p>{text.noPhone}</p>
      <p>
        {text.linkUntil(exactly(expires, unit.timezone))} {text.once} {text.wrong}
      </p>
      <p class="sheet-urgent">
        {text.urgent} {unit.phone && `${unit.name}: ${unit.phone}`}
      </p>
    </article>
  );
}
