import { expect, test } from "vitest";
import { events } from "./stream.ts";

const stream = (...pieces: string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });

const read = async (...pieces: string[]) => {
  const found = [];
  for await (const event of events(stream(...pieces))) found.push(event);
  return found;
};

test("an event that comes in pieces is one event", async () => {
  expect(await read("event: chan", 'ged\ndata: {"n"', ": 12}\n\n")).toEqual([{ event: "changed", data: '{"n": 12}' }]);
});

test("several events in one piece are several", async () => {
  const found = await read('event: changed\ndata: {"n":1}\n\nevent: changed\r\ndata: {"n":2}\r\n\r\n');
  expect(found.map(({ data }) => data)).toEqual(['{"n":1}', '{"n":2}']);
});

test("comments that keep the line open, and an event that was cut off, are nothing", async () => {
  expect(await read(": still here\n\n", "event: changed\ndata: {")).toEqual([]);
});
