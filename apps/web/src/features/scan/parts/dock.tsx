/** All that is touched while working, in the lower third of a phone: Undo, the modes, and the other ways to give a code. */
import { IconBulb, IconCameraRotate, IconCheck, IconKeyboard, IconPhoto, IconScale } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import type { Camera } from '../../../platform/camera/open-camera.ts';
import { type ScanMode, scanModes } from '../core/modes.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import { modeWords } from '../mode-words.ts';
import { photoText } from '../wording.ts';
import { AmountEntry } from './amount-entry.tsx';
import { CodeEntry } from './code-entry.tsx';
import { CountEntry } from './count-entry.tsx';
import { QuestionPanel } from './question-panel.tsx';
import classes from './dock.module.css';
import { UndoSlot } from './undo-slot.tsx';
import type { CameraView } from './use-camera.ts';

/** What the number tool sets in a mode; nothing in the others. */
const amountLabels: Readonly<Partial<Record<ScanMode, () => string>>> = {
  use: () => m.scan_amount(),
  receive: () => m.scan_amount(),
  count: () => m.scan_count_number(),
};

export function Dock({ view }: { view: CameraView }) {
  const [open, setOpen] = useState<'type' | 'amount' | null>(null);
  const mode = useSessionState((session) => session.mode);
  const asking = useSessionState((session) => session.recent.some(({ outcome }) => outcome.kind === 'asking'));
  const amountLabel = amountLabels[mode];
  const toggle = (panel: 'type' | 'amount'): void => setOpen(open === panel ? null : panel);
  return (
    <div className={classes.dock}>
      <QuestionPanel />
      {open === 'type' ? <CodeEntry /> : null}
      {open === 'amount' && mode === 'count' ? <CountEntry onDone={() => setOpen(null)} /> : null}
      {open === 'amount' && (mode === 'use' || mode === 'receive') ? (
        <AmountEntry mode={mode} onDone={() => setOpen(null)} />
      ) : null}
      <UndoSlot hint={open === null && !asking} />
      <ModeBar />
      <div className={classes.tools}>
        <Tool
          icon={<IconKeyboard size={24} aria-hidden />}
          label={m.scan_type()}
          expanded={open === 'type'}
          onTap={() => toggle('type')}
        />
        <PhotoTool view={view} />
        {amountLabel === undefined ? null : (
          <Tool
            icon={<IconScale size={24} aria-hidden />}
            label={amountLabel()}
            expanded={open === 'amount'}
            onTap={() => toggle('amount')}
          />
        )}
        {mode === 'count' ? <DoneTool /> : null}
        {view.camera?.hasTorch ? <TorchTool key={view.camera.deviceId} camera={view.camera} /> : null}
        {view.cameras.length > 1 ? (
          <Tool
            icon={<IconCameraRotate size={24} aria-hidden />}
            label={m.scan_camera_switch()}
            onTap={view.switchCamera}
          />
        ) : null}
      </div>
    </div>
  );
}

function ModeBar() {
  const { scanner } = useScan();
  const mode = useSessionState((session) => session.mode);
  return (
    <div className={classes.modes} role="group" aria-label={m.scan_mode()}>
      {scanModes.map((each) => (
        <button
          key={each}
          type="button"
          className={classes.mode}
          aria-pressed={mode === each}
          onClick={() => scanner.choose({ type: 'mode', mode: each })}
        >
          {modeWords[each]()}
        </button>
      ))}
    </div>
  );
}

/** The counted place is done: what differs is listed. */
function DoneTool() {
  const { scanner } = useScan();
  const hasPlace = useSessionState((session) => session.placeId !== null);
  if (!hasPlace) return null;
  return (
    <Tool icon={<IconCheck size={24} aria-hidden />} label={m.scan_done_here()} onTap={() => scanner.doneHere()} />
  );
}

interface ToolProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly onTap: () => void;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
}

function Tool({ icon, label, onTap, expanded, pressed }: ToolProps) {
  return (
    <button type="button" className={classes.tool} onClick={onTap} aria-expanded={expanded} aria-pressed={pressed}>
      {icon}
      {label}
    </button>
  );
}

function TorchTool({ camera }: { camera: Camera }) {
  const [on, setOn] = useState(false);
  const toggle = (): void => void camera.setTorch(!on).then((done) => (done ? setOn(!on) : undefined));
  return <Tool icon={<IconBulb size={24} aria-hidden />} label={m.scan_camera_torch()} pressed={on} onTap={toggle} />;
}

/** A file field under the label: phones offer the camera there, desktops a file. */
function PhotoTool({ view }: { view: CameraView }) {
  const [state, setState] = useState<{ reading: boolean; fault: string | null }>({ reading: false, fault: null });
  const read = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    setState({ reading: true, fault: null });
    const fault = await view.readPhoto(file);
    input.value = '';
    setState({ reading: false, fault: fault === null ? null : photoText(fault) });
  };
  return (
    <>
      <label className={classes.tool}>
        <IconPhoto size={24} aria-hidden />
        {state.reading ? m.scan_photo_reading() : m.scan_photo()}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => void read(event.currentTarget)}
          data-testid="scan-photo"
        />
      </label>
      {state.fault === null ? null : (
        <p role="alert" className={classes.photoFault}>
          {state.fault}
        </p>
      )}
    </>
  );
}
