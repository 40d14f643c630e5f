import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Staff } from "../../domain/wire.ts";
import { _, needTeamWords } from "../../i18n/index.ts";
import type { Fault } from "../../sync/api.ts";
import { Button } from "../parts/Button.tsx";
import { Problem } from "../parts/Problem.tsx";
import { people, signIn, type DemoPeople } from "./demo.ts";
import { faultOf, useSaving } from "./saving.ts";
import { pathTo } from "./route.ts";
import { dateDigits } from "./words.ts";
import "./team.css";
import { profession } from "../patient/staff.ts";

/** Invented people to look around as: the page is there only where the server has such people. */
export default function Demo() {
  const found = useSignal<DemoPeople | null>(null);
  const fault = useSignal<Fault | "">("");
  useEffect(() => {
    void needTeamWords();
    people().then(
      (all) => (found.value = all),
      (problem: unknown) => (fault.value = faultOf(problem)),
    );
  }, []);
  return (
    <main class="team calm stack wide">
      <h1>{_("Look around in Viktig")}</h1>
      <Problem slug={fault.value} />
      {found.value && (
        <>
          <p>{_("All people here are invented. Nothing you write goes anywhere else.")}</p>
          <AsStaff staff={found.value.staff} />
          <AsPatient patients={found.value.patients} />
        </>
      )}
    </main>
  );
}

function AsStaff({ staff }: Pick<DemoPeople, "staff">) {
  const saving = useSaving();
  const enter = async (id: string, role: Staff["role"]) => {
    if (await saving.save(() => signIn(id))) location.assign(role === "leader" ? "/insight" : pathTo(""));
  };
  return (
    <section class="stack tight" aria-labelledby="demo-staff">
      <h2 id="demo-staff">{_("Work at the ward")}</h2>
      <Problem slug={saving.fault.value} />
      <ul class="people">
        {staff.map(({ id, name, title, role, unit }) => (
          <li key={id}>
            <span>
              <b>{name}</b>{" "}
              <span class="quiet">
                {[title ? profession(title) : roleWords(role), unit].filter(Boolean).join(", ")}
              </span>
            </span>
            <Button kind="second" onClick={() => enter(id, role)}>
              {_("Sign in as {name}", { name: name.split(" ")[0] ?? name })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AsPatient({ patients }: Pick<DemoPeople, "patients">) {
  return (
    <section class="stack tight" aria-labelledby="demo-patients">
      <h2 id="demo-patients">{_("Be a patient, on the phone")}</h2>
      <p class="quiet">{_("The phone asks for the birth date. It stands here, so that you can type it.")}</p>
      <ul class="people">
        {patients.map(({ name, about, link, birthDate }) => (
          <li key={link}>
            <span>
              <b>{name}</b> <span class="quiet">{about}</span>
              <br />
              {_("Born {date}", { date: dateDigits(birthDate) })}
            </span>
            <a class="button second" href={link} target="_blank" rel="noopener">
              {_("Open the phone of {name}", { name: name.split(" ")[0] ?? name })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const roleWords = (role: Staff["role"]): string =>
  role === "leader" ? _("leader") : role === "administrator" ? _("administrator") : _("care team");
