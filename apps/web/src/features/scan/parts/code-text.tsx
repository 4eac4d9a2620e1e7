import { useLive } from '../../../store/use-live.tsx';
import { useFormat } from '../../movements/index.ts';
import { parseCode, type ScannedCode } from '../core/read-code.ts';
import { codeParts } from '../core/readable.ts';
import { partsText } from '../wording.ts';
import classes from './scan.module.css';

/** A code in the parts that are printed beside it. */
export function CodeText({ code }: { code: ScannedCode }) {
  const format = useFormat();
  const text = useLive(
    (replica) => partsText(codeParts(parseCode(replica, code, format.today()), code.text)),
    [code, format],
  );
  return <p className={classes.line}>{text}</p>;
}
