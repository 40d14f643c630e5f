/** Reads `text/event-stream` as it comes. EventSource cannot say whose cookie counts, so we read it ourselves. */
export async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<{ event: string; data: string }> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).replace(/\r\n?/g, "\n").split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const data = fields(block, "data").join("\n");
        if (data) yield { event: fields(block, "event")[0] ?? "message", data };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const fields = (block: string, name: string): readonly string[] =>
  block
    .split("\n")
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).trimStart());
