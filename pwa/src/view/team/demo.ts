import { signal } from "@preact/signals";
import type { DemoSignIn, Session, Staff } from "../../domain/wire.ts";
import { request } from "../../sync/api.ts";
import { profile } from "./session.ts";

export interface DemoPeople {
  readonly staff: readonly {
    readonly id: string;
    readonly name: string;
    readonly title?: string;
    readonly role: Staff["role"];
    readonly unit: string;
  }[];
  readonly patients: readonly {
    readonly name: string;
    readonly about: string;
    readonly link: string;
    readonly birthDate: string;
  }[];
}

export const people = (): Promise<DemoPeople> => request<DemoPeople>("GET", "/api/demo/people");

export const signIn = (staff: string): Promise<Session> =>
  request<Session>("POST", "/api/demo/session", { staff, profile } satisfies DemoSignIn, { profile });

/** Whether this server has demo people: the route answers only in a demo database. */
const answered = signal(false);
export const isDemo = {
  get value(): boolean {
    return answered.value;
  },
  ask: (): Promise<void> =>
    people().then(
      () => void (answered.value = true),
      () => void (answered.value = false),
    ),
};
