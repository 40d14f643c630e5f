import { type Signal, signal } from "@preact/signals";
import type { Module } from "../../../domain/module.ts";
import { onLeave } from "../../../store/here.ts";

/** What somebody has said in the talk at the end, before it is told. */
export interface Talk {
  readonly chosen: Signal<readonly string[]>;
  /** What was chosen before a choice explained anything: how well the text itself did. */
  readonly first: string[];
  readonly unsure: Signal<readonly string[]>;
  readonly passOn: Signal<boolean>;
}

const begun = new Map<string, Talk>();
onLeave(() => begun.clear());

const nameOf = ({ id, version, language }: Module): string => `${id} ${version} ${language}`;

/** It waits for whoever goes back to read once more: a choice that has explained is not the first a second time. */
export function talkAbout(module: Module): Talk {
  const name = nameOf(module);
  const talk = begun.get(name) ?? { chosen: signal([]), first: [], unsure: signal([]), passOn: signal(false) };
  begun.set(name, talk);
  return talk;
}

export const endTalk = (module: Module): void => void begun.delete(nameOf(module));
