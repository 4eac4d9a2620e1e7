/**
 * Live (SPEC F9): says only "head = N"; data always comes by pull. One chunk is encoded once and written to every
 * stream of the lab; a stream that cannot take it is dropped and pulls when it comes back.
 */
export interface LiveHub {
  open(lab: string, head: number): ReadableStream<Uint8Array>;
  poke(lab: string, head: number): void;
}

/** A comment line this often tells proxies and clients that the stream lives (SPEC F9: at most 25 s). */
const heartbeatMs = 20_000;

type Controller = ReadableStreamDefaultController<Uint8Array>;

const encoder = new TextEncoder();

export function liveHub(): LiveHub {
  const labs = new Map<string, Set<Controller>>();
  const send = (streams: Set<Controller>, chunk: Uint8Array): void => {
    for (const stream of streams) {
      try {
        stream.enqueue(chunk);
      } catch {
        streams.delete(stream);
      }
    }
  };
  let beating = false;
  const beat = (): void => {
    if (beating) return;
    beating = true;
    const chunk = encoder.encode(':\n\n');
    setInterval(() => {
      for (const streams of labs.values()) send(streams, chunk);
    }, heartbeatMs).unref();
  };
  return {
    open(lab, head) {
      beat();
      const streams = labs.get(lab) ?? new Set<Controller>();
      labs.set(lab, streams);
      let own: Controller | undefined;
      return new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller;
          streams.add(controller);
          controller.enqueue(encoder.encode(`retry: 3000\ndata: ${head}\n\n`));
        },
        cancel() {
          if (own) streams.delete(own);
        },
      });
    },
    poke(lab, head) {
      const streams = labs.get(lab);
      if (streams && streams.size > 0) send(streams, encoder.encode(`data: ${head}\n\n`));
    },
  };
}
