import type { PatientPage } from "../../../domain/wire.ts";
import { pathTo } from "../route.ts";
import { talkName } from "../together/occasions.ts";

/** The talks to be had, as ways to them. */
export function Talks({ page: { encounter, talks = [] } }: { page: PatientPage }) {
  return (
    <>
      {talks.map(({ name, workflow }) => (
        <a key={name} class="button plain" href={pathTo(encounter.unit.id, encounter.id, "talk", name)}>
          {talkName(workflow)}
        </a>
      ))}
    </>
  );
}
