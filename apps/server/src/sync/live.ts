/**
 * Live (SPEC F9): says only "head = N"; data always comes by pull. One chunk is encoded once and written to every
 * stream of the lab; a stream that cannot take it is dropped and pulls when it comes back.
 */
export interface LiveHub {
  open(lab: string, head: number): ReadableStream<Uint8Array>;
  poke(lab: string, head: number): void;
  /** A comment line, so that proxies and clients know that the stream lives. At most 25 s apart. */
  heartbeat(): void;
  close(): void;
}

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
  return {
    open(lab, head) {
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
    heartbeat() {
      const chunk = encoder.encode(':\n\n');
      for (const streams of labs.values()) send(streams, chunk);
    },
    close() {
      for (const streams of labs.values()) {
        for (const stream of streams) {
          try {
            stream.close();
          } catch {
            // The reader went away first.
          }
        }
        streams.clear();
      }
    },
  };
}
