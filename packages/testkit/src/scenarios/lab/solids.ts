/** Salts, buffers, sugars and other solids, with the small liquids of protein work. Columns: see `readTable`. */
import { readTable } from './rows.ts';

export const solids = readTable(`
sodium-hydroxide | Sodium hydroxide, pellets | NaOH; Caustic soda | 1310-73-2 | Merck: 1.06498.1000 | H290 H314 | GHS05 danger | Bases | 15–25 °C, dry | 1 kg | 40 g | 500 g | NaOH | bases | 1 × 900 d, 620 g left | GTIN
potassium-hydroxide | Potassium hydroxide, pellets | KOH | 1310-58-3 | Merck: 1.05033.1000 | H290 H302 H314 | GHS05 GHS07 danger | Bases | 15–25 °C, dry | 1 kg | 20 g | | KOH | bases | 1 × 640 d, 880 g left |
sodium-chloride | Sodium chloride | NaCl | 7647-14-5 | Merck: 1.06404.1000 | |  | Salts | 15–25 °C, dry | 1 kg | 50 g | 500 g | NaCl | saltsA | 2 × 1200 d, 410 g left | GTIN
tris | Tris(hydroxymethyl)aminomethane | Tris base; THAM; Trometamol | 77-86-1 | Carl Roth: 4855.2 | |  | Buffers | 15–25 °C, dry | 1 kg | 60 g | 500 g | Tris | saltsA | 2 × 780 d, 350 g left | GTIN
edta | EDTA disodium salt dihydrate | Na2EDTA; Titriplex III | 6381-92-6 | Merck: 1.08418.0250 | H332 H373 | GHS07 GHS08 warning | Buffers | 15–25 °C, dry | 250 g | 20 g | | EDTA | saltsA | 1 × 690 d, 140 g left |
hepes | HEPES | 4-(2-Hydroxyethyl)piperazine-1-ethanesulfonic acid | 7365-45-9 | Sigma-Aldrich: H3375-250G | |  | Buffers | 15–25 °C, dry | 250 g | 12 g | |  | saltsA | 1 × 530 d, 190 g left |
disodium-phosphate | Disodium hydrogen phosphate | Na2HPO4; Sodium phosphate dibasic | 7558-79-4 | Merck: 1.06586.0500 | |  | Buffers | 15–25 °C, dry | 500 g | 30 g | | Na2HPO4 | saltsA | 1 × 870 d, 320 g left |
potassium-phosphate | Potassium dihydrogen phosphate | KH2PO4; Potassium phosphate monobasic | 7778-77-0 | Merck: 1.04873.0250 | |  | Buffers | 15–25 °C, dry | 250 g | 15 g | | KH2PO4 | saltsA | 1 × 910 d |
bicarbonate | Sodium hydrogen carbonate | NaHCO3; Sodium bicarbonate | 144-55-8 | Merck: 1.06329.0500 | |  | Salts | 15–25 °C, dry | 500 g | 25 g | | NaHCO3 | saltsB | 1 × 600 d, 275 g left |
magnesium-chloride | Magnesium chloride hexahydrate | MgCl2 | 7791-18-6 | Merck: 1.05833.0250 | |  | Salts | 15–25 °C, dry | 250 g | 10 g | | MgCl2 | saltsB | 1 × 750 d, 205 g left |
calcium-chloride | Calcium chloride dihydrate | CaCl2 | 10035-04-8 | Merck: 1.02382.0250 | H319 | GHS07 warning | Salts | 15–25 °C, dry | 250 g | 10 g | | CaCl2 | saltsB | 1 × 720 d |
copper-sulfate | Copper(II) sulfate pentahydrate | CuSO4 | 7758-99-8 | Merck: 1.02790.0250 | H302 H318 H410 | GHS05 GHS07 GHS09 danger | Salts | 15–25 °C, dry | 250 g | 5 g | | CuSO4 | saltsB | 1 × 830 d, 170 g left |
silver-nitrate | Silver nitrate | AgNO3 | 7761-88-8 | Merck: 1.01512.0025 | H272 H290 H314 H410 | GHS03 GHS05 GHS09 danger | Oxidisers | 15–25 °C, dark | 25 g | 1 g | | AgNO3 | oxidisers | 1 × 480 d, 16.5 g left |
permanganate | Potassium permanganate | KMnO4 | 7722-64-7 | Merck: 1.05082.0250 | H272 H302 H314 H361d H373 H410 | GHS03 GHS05 GHS07 GHS08 GHS09 danger | Oxidisers | 15–25 °C, oxidisers cabinet | 250 g | 5 g | | KMnO4 | oxidisers | 1 × 660 d |
persulfate | Ammonium persulfate | APS; Ammonium peroxodisulfate | 7727-54-0 | Sigma-Aldrich: A3678-25G | H272 H302 H315 H317 H319 H334 H335 | GHS03 GHS07 GHS08 danger | Electrophoresis | 15–25 °C, dry | 25 g | 1 g | | APS | oxidisers | 1 × 210 d, 12 g left |
azide | Sodium azide | NaN3 | 26628-22-8 | Sigma-Aldrich: S2002-25G | H300 H310 H330 H373 H410 EUH032 | GHS06 GHS08 GHS09 danger | Preservatives | 15–25 °C, locked | 25 g | 0.5 g | | NaN3 | poisons | 1 × 940 d, 21 g left |
phenol | Phenol | Carbolic acid | 108-95-2 | Merck: 1.00206.0250 | H301 H311 H331 H314 H341 H373 H411 | GHS05 GHS06 GHS08 GHS09 danger | Nucleic acids | 15–25 °C, dark, locked | 250 g | 10 g | |  | poisons | 1 × 300 d |
imidazole | Imidazole | 1,3-Diazole | 288-32-4 | Merck: 1.04716.0250 | H302 H314 H360D | GHS05 GHS07 GHS08 danger | Buffers | 15–25 °C, dry | 250 g | 10 g | |  | saltsB | 1 × 570 d, 130 g left |
sds | Sodium dodecyl sulfate | SDS; Sodium lauryl sulfate | 151-21-3 | Sigma-Aldrich: L3771-500G | H228 H302 H332 H315 H318 H335 H412 | GHS02 GHS05 GHS07 danger | Detergents | 15–25 °C, dry | 500 g | 20 g | | SDS | saltsB | 1 × 460 d, 330 g left |
glucose | D-(+)-Glucose | Dextrose | 50-99-7 | Merck: 1.08337.0250 | |  | Sugars | 15–25 °C, dry | 250 g | 10 g | |  | saltsB | 1 × 680 d, 160 g left |
agarose | Agarose, for routine use | | 9012-36-6 | Sigma-Aldrich: A9539-100G | |  | Electrophoresis | 15–25 °C, dry | 100 g | 1 g | 50 g | | bench1 | 1 × 1020 d, 44 g left | GTIN
dtt | DL-Dithiothreitol | DTT; Cleland's reagent | 3483-12-3 | Sigma-Aldrich: D0632-5G | H302 H315 H318 | GHS05 GHS07 danger | Protein chemistry | 2–8 °C | 5 g | 0.25 g | | DTT | fridge | 1 × 280 d, 3.5 g left |
mercaptoethanol | 2-Mercaptoethanol | β-Mercaptoethanol; BME | 60-24-2 | Sigma-Aldrich: M6250-100ML | H301 H331 H310 H315 H317 H318 H373 H410 | GHS05 GHS06 GHS08 GHS09 danger | Protein chemistry | 15–25 °C, ventilated | 100 mL | 2 mL | | BME | poisons | 1 × 390 d, 72 mL left |
temed | N,N,N′,N′-Tetramethylethylenediamine | TEMED | 110-18-9 | Sigma-Aldrich: T9281-25ML | H225 H302 H314 H331 | GHS02 GHS05 GHS06 danger | Electrophoresis | 15–25 °C | 25 mL | 1 mL | | TEMED | flammablesTop | 1 × 230 d, 18 mL left |
`);
