/** The cloud's state in words: a short one for a phone's header, and one that says all. */
import { m } from '../../paraglide/messages.js';
import type { CloudFace } from './cloud-face.ts';

export interface CloudWords {
  readonly text: string;
  readonly short: string;
}

const both = (text: string): CloudWords => ({ text, short: text });

/** @param when how an instant is told, such as "09:41" or "yesterday 18:02". */
export function cloudWords({ phase, count, sinceMs }: CloudFace, when: (ms: number) => string): CloudWords {
  switch (phase) {
    case 'starting':
      return both(m.app_cloud_starting());
    case 'synced':
      return both(m.app_cloud_synced());
    case 'to-send':
      return both(m.app_cloud_to_send({ n: count }));
    case 'sending':
      return both(count === 0 ? m.app_cloud_sending_none() : m.app_cloud_sending({ n: count }));
    case 'attention':
      return both(m.app_cloud_attention({ n: count }));
    case 'locked':
      return {
        text: count === 0 ? m.app_cloud_locked_none() : m.app_cloud_locked({ n: count }),
        short: m.app_cloud_locked_short(),
      };
    case 'offline':
      return {
        text: sinceMs === null ? m.app_cloud_offline() : m.app_cloud_offline_since({ when: when(sinceMs) }),
        short: m.app_cloud_offline(),
      };
  }
}
