/** The browser's entry. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import './ui/theme/mantine.css';
import './ui/theme/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/base.css';
import { App } from './app/app.tsx';
import { start } from './app/boot-store.ts';
import { reloadOnMissingPart } from './platform/service-worker/preload-error.ts';
import { isBusy } from './ui/busy.ts';

// Compiled checks are made with `new Function`, which the page's policy refuses.
z.config({ jitless: true });
reloadOnMissingPart(() => !isBusy());

const root = document.getElementById('root');
if (!root) throw new Error('assertion failed: the page has no #root');
// Outside React: a lab is opened once, however often the tree is drawn anew.
void start();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
