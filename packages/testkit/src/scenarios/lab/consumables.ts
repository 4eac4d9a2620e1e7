/** Loose stock, counted in pieces, and the equipment. */
import type { ProductRow } from './rows.ts';

export const consumables: readonly ProductRow[] = [
  { key: 'tips-10', name: 'Filter tips 10 µL, racked, sterile', from: 'Sarstedt: 70.1130.210', category: 'Pipette tips', pack: '960', use: '96', minimum: '960', home: 'plasticsTop', lots: [{ days: 1100, packs: 3 }, { days: 1500, packs: 2, arrived: 14 }], gtin: true },
  { key: 'tips-200', name: 'Filter tips 200 µL, racked, sterile', from: 'Sarstedt: 70.760.211', category: 'Pipette tips', pack: '960', use: '96', minimum: '1920', home: 'plasticsTop', lots: [{ days: 980, packs: 2 }, { days: 1450, packs: 3, arrived: 14 }], gtin: true },
  { key: 'tips-1000', name: 'Filter tips 1000 µL, racked, sterile', from: 'Sarstedt: 70.762.211', category: 'Pipette tips', pack: '1000', use: '100', minimum: '1000', home: 'plasticsTop', lots: [{ days: 1040, packs: 2 }], gtin: true },
  { key: 'tubes-15', name: 'Conical tubes 15 mL, sterile', also: ['Falcon tubes 15 mL'], from: 'Corning: 352096', category: 'Tubes', pack: '500', use: '25', minimum: '100', home: 'plasticsLow', lots: [{ days: 1300, packs: 1 }], gtin: true },
  { key: 'tubes-50', name: 'Conical tubes 50 mL, sterile', also: ['Falcon tubes 50 mL'], from: 'Corning: 352070', category: 'Tubes', pack: '500', use: '25', minimum: '250', home: 'plasticsLow', lots: [{ days: 1240, packs: 1 }, { days: 1700, packs: 1, arrived: 5 }], gtin: true },
  { key: 'safe-lock', name: 'Safe-Lock tubes 1.5 mL', also: ['Microcentrifuge tubes'], from: 'Eppendorf: 0030120086', category: 'Tubes', pack: '1000', use: '100', minimum: '500', home: 'plasticsTop', lots: [{ days: null, packs: 2 }], gtin: true },
  { key: 'gloves', name: 'Nitrile gloves, powder-free, size M', from: 'Kimberly-Clark: 90627', category: 'Protection', pack: '100', use: '100', minimum: '500', home: 'plasticsLow', lots: [{ days: 820, packs: 8 }, { days: 1400, packs: 10, arrived: 11 }], gtin: true },
  { key: 'plates-96', name: 'Microplates 96 well, flat bottom, clear', from: 'Greiner Bio-One: 655101', category: 'Plates', pack: '100', use: '5', minimum: '40', home: 'plasticsLow', lots: [{ days: null, packs: 2 }], gtin: true },
  { key: 'flasks-t75', name: 'Cell culture flasks 75 cm², filter cap', also: ['T75'], from: 'Greiner Bio-One: 658175', category: 'Cell culture', pack: '120', use: '5', minimum: '40', home: 'coldB', lots: [{ days: 690, packs: 1 }], gtin: true },
  { key: 'syringe-filter', name: 'Syringe filter units 0.22 µm, PES, 33 mm', also: ['Millex-GP'], from: 'Merck Millipore: SLGP033RS', category: 'Filters', pack: '50', use: '1', minimum: '25', home: 'plasticsTop', lots: [{ days: 560, packs: 2 }], gtin: true },
  { key: 'filter-paper', name: 'Filter paper grade 1, 90 mm circles', from: 'Whatman: 1001-090', category: 'Filters', pack: '100', use: '10', home: 'plasticsLow', lots: [{ days: null, packs: 3 }] },
  { key: 'parafilm', name: 'Parafilm M sealing film, 10 cm wide', from: 'Bemis: PM996', category: 'Sealing', pack: '38 m', use: '0.5 m', home: 'bench1', lots: [{ days: null, packs: 2 }] },
];

export const equipment: readonly ProductRow[] = [
  { key: 'balance', name: 'Analytical balance XPR205', from: 'Mettler Toledo: 30355411', category: 'Weighing', pack: '1', label: 'Balance', home: 'bench1', lots: [{ days: null, packs: 1 }] },
  { key: 'centrifuge', name: 'Centrifuge 5425 with FA-24x2 rotor', from: 'Eppendorf: 5405000010', category: 'Centrifuges', pack: '1', label: 'Centrifuge', home: 'bench2', lots: [{ days: null, packs: 1 }] },
  { key: 'pipette', name: 'Research plus pipette 100–1000 µL', from: 'Eppendorf: 3123000063', category: 'Pipettes', pack: '1', label: 'P1000', home: 'bench2', lots: [{ days: null, packs: 1 }, { days: null, packs: 1 }] },
  { key: 'vortex', name: 'Vortex-Genie 2 mixer', from: 'Scientific Industries: SI-0236', category: 'Mixers', pack: '1', label: 'Vortex', home: 'bench1', lots: [{ days: null, packs: 1 }] },
];
