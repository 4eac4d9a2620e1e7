/** The public face of the demo lab: what says that nothing is real, and takes it away. */
export { DemoBanner } from './parts/demo-banner.tsx';
export { type RemoveDemo, type RemoveDemoCode, RemoveDemoContext } from './remove-demo.ts';
