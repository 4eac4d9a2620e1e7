import { runSeed } from '/work/main/e2e/sim/run-seed.ts';
const from = Number(process.argv[2] ?? 1), n = Number(process.argv[3] ?? 1);
const t = Date.now(); let bad = 0;
const reasons = new Map<string, number[]>();
for (let s = from; s < from + n; s++) {
  const o = await runSeed(s, { keep: 80 });
  if (!o.ok) { bad++; const k = `${o.message.slice(0,300).replace(/[0-9a-f-]{30,}/g,'#').replace(/\d+/g,'N')}`; reasons.set(k, [...(reasons.get(k)??[]), s]); if (n === 1) console.log(o.trace.join('\n')); if (n===1) console.log(o.message);}
  else if (n === 1) console.log('ok', o.events, o.ops, o.hash, o.coverage);
}
for (const [k, v] of [...reasons].sort((a,b)=>b[1].length-a[1].length)) console.log(v.length, v.slice(0,5), k);
console.log(n, 'seeds', bad, 'bad', Math.round(process.cpuUsage().user/1000+process.cpuUsage().system/1000), 'ms');
