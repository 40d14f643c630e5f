import type { Carer, PatientPage } from "../../../domain/wire.ts";

/** The page as it is about one who helps: their form, the documents that hold it, what they have told. */
export const ownPage = (page: PatientPage, { id, shared, staff }: Carer): PatientPage => ({
  ...page,
  answers: (page.answers ?? []).filter(({ about }) => about?.id === id),
  forms: page.carerForms ?? [],
  sharedDocuments: shared ? [shared] : [],
  staffDocuments: staff ? [staff] : [],
});
