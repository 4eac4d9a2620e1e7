import { Fragment } from 'react';
import { blocksOf, type Span } from '../blocks.ts';
import classes from './help-text.module.css';

function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map(({ text, strong }, at) =>
    strong ? <strong key={at}>{text}</strong> : <Fragment key={at}>{text}</Fragment>,
  );
}

export function HelpText({ text }: { text: string }) {
  return (
    <div className={classes.text}>
      {blocksOf(text).map((block, at) =>
        block.kind === 'paragraph' ? (
          <p key={at}>
            <Spans spans={block.spans} />
          </p>
        ) : (
          <ul key={at}>
            {block.items.map((spans, index) => (
              <li key={index}>
                <Spans spans={spans} />
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}
