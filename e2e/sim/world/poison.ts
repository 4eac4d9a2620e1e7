/** An op whose handler writes and then throws: a bug of ours that must neither block its stream nor leave a trace. */
import { handlerKey, type OpHandler, type OpHandlers } from '../../../apps/server/src/sync/handlers.ts';

export const poisonType = 'test-poison';

/** A type that only the server's next version knows. */
export const laterType = 'weigh-item';

export function poisonHandler(handlers: OpHandlers): OpHandler {
  return {
    act: () => 'post-receive',
    apply(op, at) {
      handlers.get(handlerKey('post-receive', 1))?.apply(op, at);
      throw new RangeError('a handler with a bug');
    },
  };
}
