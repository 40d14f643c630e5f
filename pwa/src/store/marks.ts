import { computed } from "@preact/signals";
import type { CommunicationRequest, Content, ModuleProgress, TalkMark, TaskMark } from "../domain/wire.ts";
import { further } from "../domain/progress.ts";
import { said, say, stay } from "./documents.ts";

/** The small things a person says beside the form; each is a document of their own. */

type Wish = CommunicationRequest["wish"];

const here = (): string => stay.value?.id ?? "";

const isWish = (content: Content): content is CommunicationRequest => content.resourceType === "CommunicationRequest" && content.encounter === here();
const isTalk = (content: Content): content is TalkMark => content.resourceType === "TalkMark" && content.encounter === here();
const isTaskMark = (task: string) => (content: Content): content is TaskMark =>
  content.resourceType === "TaskMark" && content.task === task;
const isProgress = (module: string) => (content: Content): content is ModuleProgress =>
  content.resourceType === "ModuleProgress" && content.module === module && content.encounter === here();

export const wish = computed(() => said(isWish));
export const askToTalk = (answer: Wish): Promise<void> =>
  say({ resourceType: "CommunicationRequest", encounter: here(), wish: answer }, isWish);

export const talked = computed(() => said(isTalk));
export const tellTalked = (answer: TalkMark["talked"]): Promise<void> =>
  say({ resourceType: "TalkMark", encounter: here(), talked: answer }, isTalk);

export const helped = (task: string) => said(isTaskMark(task))?.content;
export const tellHelped = (task: string, mark: Pick<TaskMark, "helped" | "words" | "thanks">, jotting = ""): Promise<void> =>
  say({ resourceType: "TaskMark", encounter: here(), task, ...mark }, isTaskMark(task), jotting);

export const progress = (module: string) => said(isProgress(module))?.content;
export const keepProgress = (step: Omit<ModuleProgress, "resourceType" | "encounter">, jotting = ""): Promise<void> =>
  say((before) => further(before, { resourceType: "ModuleProgress", encounter: here(), ...step }), isProgress(step.module), jotting);
