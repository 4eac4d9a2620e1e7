/** Loose stock, counted in pieces, and the equipment. Columns: see `readTable`. */
import { readTable } from './rows.ts';

export const consumables = readTable(`
tips-10 | Filter tips 10 µL, racked, sterile | |  | Sarstedt: 70.1130.210 | |  | Pipette tips | | 960 | 96 | 960 | | plasticsTop | 3 × 1100 d; 2 × 1500 d, arrived 14 | GTIN
tips-200 | Filter tips 200 µL, racked, sterile | |  | Sarstedt: 70.760.211 | |  | Pipette tips | | 960 | 96 | 1920 | | plasticsTop | 2 × 980 d; 3 × 1450 d, arrived 14 | GTIN
tips-1000 | Filter tips 1000 µL, racked, sterile | |  | Sarstedt: 70.762.211 | |  | Pipette tips | | 1000 | 100 | 1000 | | plasticsTop | 2 × 1040 d | GTIN
tubes-15 | Conical tubes 15 mL, sterile | Falcon tubes 15 mL | | Corning: 352096 | |  | Tubes | | 500 | 25 | 100 | | plasticsLow | 1 × 1300 d | GTIN
tubes-50 | Conical tubes 50 mL, sterile | Falcon tubes 50 mL | | Corning: 352070 | |  | Tubes | | 500 | 25 | 250 | | plasticsLow | 1 × 1240 d; 1 × 1700 d, arrived 5 | GTIN
safe-lock | Safe-Lock tubes 1.5 mL | Microcentrifuge tubes | | Eppendorf: 0030120086 | |  | Tubes | | 1000 | 100 | 500 | | plasticsTop | 2 × no expiry | GTIN
gloves | Nitrile gloves, powder-free, size M | |  | Kimberly-Clark: 90627 | |  | Protection | | 100 | 100 | 500 | | plasticsLow | 8 × 820 d; 10 × 1400 d, arrived 11 | GTIN
plates-96 | Microplates 96 well, flat bottom, clear | |  | Greiner Bio-One: 655101 | |  | Plates | | 100 | 5 | 40 | | plasticsLow | 2 × no expiry | GTIN
flasks-t75 | Cell culture flasks 75 cm², filter cap | T75 | | Greiner Bio-One: 658175 | |  | Cell culture | | 120 | 5 | 40 | | coldB | 1 × 690 d | GTIN
syringe-filter | Syringe filter units 0.22 µm, PES, 33 mm | Millex-GP | | Merck Millipore: SLGP033RS | |  | Filters | | 50 | 1 | 25 | | plasticsTop | 2 × 560 d | GTIN
filter-paper | Filter paper grade 1, 90 mm circles | |  | Whatman: 1001-090 | |  | Filters | | 100 | 10 | |  | plasticsLow | 3 × no expiry |
parafilm | Parafilm M sealing film, 10 cm wide | |  | Bemis: PM996 | |  | Sealing | | 38 m | 0.5 m | |  | bench1 | 2 × no expiry |
`);

export const equipment = readTable(`
balance | Analytical balance XPR205 | |  | Mettler Toledo: 30355411 | |  | Weighing | | 1 | |  | Balance | bench1 | 1 × no expiry |
centrifuge | Centrifuge 5425 with FA-24x2 rotor | |  | Eppendorf: 5405000010 | |  | Centrifuges | | 1 | |  | Centrifuge | bench2 | 1 × no expiry |
pipette | Research plus pipette 100–1000 µL | |  | Eppendorf: 3123000063 | |  | Pipettes | | 1 | |  | P1000 | bench2 | 1 × no expiry; 1 × no expiry |
vortex | Vortex-Genie 2 mixer | |  | Scientific Industries: SI-0236 | |  | Mixers | | 1 | |  | Vortex | bench1 | 1 × no expiry |
`);
