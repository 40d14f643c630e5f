import type { RescueCopy, Rescued as Version } from "../../../domain/rescue.ts";
import type { PatientPage, ProblemSlug, Receipt } from "../../../domain/wire.ts";
import { _, ngettext } from "../../../i18n/index.ts";
import { problemWords } from "../../parts/Problem.tsx";
import { ReadIn } from "../../parts/ReadIn.tsx";
import * as api from "../api.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { NotSaved } from "../parts/NotSaved.tsx";
import { useSaving } from "../saving.ts";
import { act } from "./page.ts";

/** What never left a phone, from the file that its owner made. Opened here, so that no server sees the words that lock it. */
export function Rescued({ page, onClose }: { page: PatientPage; onClose: () => void }) {
  const saving = useSaving();
  const { id, patient } = page.encounter;
  async function taken(copy: RescueCopy): Promise<string> {
    if (copy.patient !== patient.id) return _("This copy is not about {name}. Nothing was read in.", { name: patient.given });
    const receipts: Receipt[] = [];
    await saving.save(() =>
      act(async () => {
        for (const some of inBatches(copy.versions)) receipts.push(...(await api.putRescued(id, some)));
      }),
    );
    return saving.fault.value ? "" : told(receipts, copy.versions);
  }
  return (
    <Dialog title={_("Read in a rescue copy")} onClose={onClose}>
      <p>{_("The patient, or somebody who helps, has a file and five words. Nothing is doubled if it is read in twice.")}</p>
      <ReadIn onCopy={taken} />
      <NotSaved fault={saving.fault.value} />
    </Dialog>
  );
}

const MOST = 50;
const LARGEST = 800_000;

/** As many as one request may carry. */
function inBatches(versions: readonly Version[]): Version[][] {
  const batches: Version[][] = [];
  let size = Infinity;
  for (const version of versions) {
    const weight = new TextEncoder().encode(version.text).length + 600;
    if (size + weight > LARGEST || (batches.at(-1)?.length ?? MOST) >= MOST) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(version);
    size += weight;
  }
  return batches;
}

function told(receipts: readonly Receipt[], versions: readonly Version[]): string {
  const count = (outcome: Receipt["outcome"]): number => receipts.filter((receipt) => receipt.outcome === outcome).length;
  const [stored, already, refused] = [count("stored"), count("already"), count("refused")];
  const below = new Set(versions.flatMap(({ base }) => base));
  const drafts = versions.filter(({ version, text }) => !below.has(version) && /"status":"in-progress"/.test(text)).length;
  const reasons = new Set(receipts.flatMap(({ problem }) => (problem ? [problemWords(problem as ProblemSlug)] : [])));
  return [
    stored > 0 && ngettext("{n} thing was read in.", "{n} things were read in.", stored),
    already > 0 && ngettext("{n} was here already.", "{n} were here already.", already),
    drafts > 0 && _("What was not sent yet is shown to you when the patient sends it."),
    refused > 0 && ngettext("{n} could not be received:", "{n} could not be received:", refused),
    ...reasons,
  ]
    .filter(Boolean)
    .join(" ");
}
