import { m } from '../../paraglide/messages.js';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import classes from './starting-screen.module.css';

/** The shell's outline while the device's own data is opened: nothing jumps when it arrives. */
export function StartingScreen() {
  return (
    <div className={classes.screen}>
      <div className={classes.header} />
      <div className={classes.rail} />
      <main className={classes.main}>
        <PageSkeleton label={m.app_starting()} />
      </main>
      <div className={classes.bar} />
    </div>
  );
}
