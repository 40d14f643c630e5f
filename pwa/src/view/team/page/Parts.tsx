import type { ComponentChildren } from "preact";
import { _ } from "../../../i18n/index.ts";
import { Quotes, type Shown } from "./Quotes.tsx";
import { spoken } from "./speakers.ts";
import type { Said, Statement } from "./statements.ts";
import { isSection, type Part } from "./told.ts";
import { translationsOf } from "./translations.ts";

interface Asked extends Omit<Shown, "said" | "large" | "level"> {
  parts: readonly Part[];
  level: 2 | 3 | 4 | 5;
}

/** What was told, in the form's own order: own words as quotes, what was chosen or counted in short rows. */
export function Parts({ parts, level, ...shown }: Asked) {
  const drawn: ComponentChildren[] = [];
  let rows: Said[] = [];
  const put = (): void => {
    if (rows.length > 0) drawn.push(<Closed key={rows[0]?.spot} said={rows} {...shown} />);
    rows = [];
  };
  const inner = level < 5 ? ((level + 1) as Asked["level"]) : 5;
  const Heading = `h${level}` as const;
  for (const part of parts) {
    if (!isSection(part) && part.closed) {
      rows.push(part);
      continue;
    }
    put();
    drawn.push(
      isSection(part) ? (
        <div class="section stack tight" key={part.heading}>
          <Heading>{part.heading}</Heading>
          <Parts parts={part.parts} level={inner} {...shown} />
        </div>
      ) : (
        <Quotes key={part.spot} said={part} level={level} {...shown} />
      ),
    );
  }
  put();
  return <>{drawn}</>;
}

/** Own words beside the choices, as somebody translated them. */
const translated = (statements: readonly Statement[]): string =>
  statements
    .flatMap((statement) => translationsOf(statement).map((one) => ` (${_("translated: {words}", { words: one.text })})`))
    .join("");

/** Who said it, where that is not who said most. */
function by({ statements }: Said, { patient, usual }: Pick<Shown, "patient" | "usual">): string {
  const told = statements.flatMap(({ item, staffOnly }) => [staffOnly ? _("Only for health personnel.") : "", spoken(item, patient)]);
  return [...new Set(told)].filter((sentence) => sentence !== usual).join(" ").trim();
}

export function Closed({ said, ...shown }: Pick<Shown, "patient" | "usual"> & { said: readonly Said[] }) {
  if (said.length === 0) return null;
  return (
    <dl class="closed">
      {said.map((one) => (
        <Row key={one.spot} said={one} by={by(one, shown)} />
      ))}
    </dl>
  );
}

function Row({ said: { label, statements, before, unsettled }, by }: { said: Said; by: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {statements.map(({ words, item }) => (item.declined ? _("Would rather not say") : words)).join(" / ") ||
          _("Taken away")}
        {translated(statements)}
        {unsettled && <span class="mark">{_("not settled yet")}</span>}
        {before !== null && (
          <span class="quiet"> {before ? _("(before: {words})", { words: before }) : _("(new)")}</span>
        )}
        {by && <span class="quiet"> {by}</span>}
      </dd>
    </div>
  );
}
