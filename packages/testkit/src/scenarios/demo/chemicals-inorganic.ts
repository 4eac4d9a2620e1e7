/** Inorganic salts, oxides, metals and oxidisers. Classification: the makers' safety data sheets under CLP. */
import { readShort } from './short-rows.ts';

export const inorganics = [
  ...readShort(
    { category: 'Salts', storage: '15–25 °C, dry', home: 'saltsC' },
    `
Potassium chloride | KCl | 7447-40-7 | Merck: 1.04936.0500 | | 500 g | 15 g | 250 g
Ammonium chloride | NH4Cl | 12125-02-9 | Merck: 1.01145.0500 | H302 H319 | 500 g | 25 g
Ammonium sulfate | (NH4)2SO4 | 7783-20-2 | Merck: 1.01217.1000 | | 1 kg | 100 g | 500 g
Sodium sulfate, anhydrous | Na2SO4 | 7757-82-6 | Merck: 1.06649.1000 | | 1 kg | 50 g | 500 g
Magnesium sulfate, anhydrous | MgSO4 | 7487-88-9 | Merck: 1.06067.1000 | | 1 kg | 50 g | 500 g
Magnesium sulfate heptahydrate | Epsom salt | 10034-99-8 | Merck: 1.05886.0500 | | 500 g | 20 g
Sodium carbonate, anhydrous | Na2CO3; Soda | 497-19-8 | Merck: 1.06392.0500 | H319 | 500 g | 25 g
Potassium carbonate | K2CO3; Potash | 584-08-7 | Merck: 1.04928.0500 | H315 H319 H335 | 500 g | 25 g
Calcium carbonate, precipitated | CaCO3; Chalk | 471-34-1 | Merck: 1.02066.0250 | | 250 g | 10 g
Lithium chloride | LiCl | 7447-41-8 | Merck: 1.05679.0100 | H302 H315 H319 | 100 g | 10 g
Sodium iodide | NaI | 7681-82-5 | Merck: 1.06523.0100 | H372 H400 | 100 g | 5 g
Potassium iodide | KI | 7681-11-0 | Merck: 1.05043.0250 | H372 | 250 g | 10 g
Sodium thiosulfate pentahydrate | Na2S2O3 | 10102-17-7 | Merck: 1.06516.0500 | | 500 g | 25 g
Sodium dithionite | Na2S2O4 | 7775-14-6 | Merck: 1.06507.0500 | H251 H302 EUH031 | 500 g | 10 g
Sodium acetate, anhydrous | NaOAc | 127-09-3 | Merck: 1.06268.0250 | | 250 g | 20 g
Ammonium acetate | NH4OAc | 631-61-8 | Merck: 1.01116.0500 | | 500 g | 20 g
Potassium acetate | KOAc | 127-08-2 | Merck: 1.04820.0250 | | 250 g | 20 g
Trisodium citrate dihydrate | Sodium citrate | 6132-04-3 | Merck: 1.06448.0500 | | 500 g | 30 g
Sodium tetraborate decahydrate | Borax | 1303-96-4 | Merck: 1.06308.0500 | H319 H360FD | 500 g | 20 g
`,
  ),
  ...readShort(
    { category: 'Salts', storage: '15–25 °C, dry', home: 'saltsD' },
    `
Boric acid | H3BO3 | 10043-35-3 | Merck: 1.00165.0500 | H360FD | 500 g | 30 g | 250 g
Sodium dihydrogen phosphate monohydrate | NaH2PO4 | 10049-21-5 | Merck: 1.06346.0500 | | 500 g | 20 g
Zinc chloride | ZnCl2 | 7646-85-7 | Merck: 1.08816.0250 | H302 H314 H335 H410 | 250 g | 5 g
Zinc powder | | 7440-66-6 | Merck: 1.08789.0250 | H410 | 250 g | 10 g
Iron(II) sulfate heptahydrate | FeSO4 | 7782-63-0 | Merck: 1.03965.0100 | H302 H315 H319 | 100 g | 10 g
Iron(III) chloride hexahydrate | FeCl3 | 10025-77-1 | Merck: 1.03943.0250 | H290 H302 H315 H318 | 250 g | 10 g
Potassium hexacyanoferrate(III) | Potassium ferricyanide | 13746-66-2 | Merck: 1.04973.0100 | EUH032 | 100 g | 5 g
Manganese(II) chloride tetrahydrate | MnCl2 | 13446-34-9 | Merck: 1.05927.0100 | H301 H318 H373 H411 | 100 g | 5 g
Cobalt(II) chloride hexahydrate | CoCl2 | 7791-13-1 | Merck: 1.02539.0100 | H302 H317 H318 H334 H341 H350i H360F H410 | 100 g | 2 g | | poisons
Nickel(II) sulfate hexahydrate | NiSO4 | 10101-97-0 | Merck: 1.06727.0250 | H302 H332 H315 H317 H334 H341 H350i H360D H372 H410 | 250 g | 5 g | | poisons
Copper(I) iodide | CuI | 7681-65-4 | Sigma-Aldrich: 215554-25G | H302 H315 H318 H335 H410 | 25 g | 1 g
Aluminium chloride, anhydrous | AlCl3 | 7446-70-0 | Merck: 8.01081.0500 | H314 EUH014 | 500 g | 10 g
Aluminium oxide 90, active neutral | Alumina | 1344-28-1 | Merck: 1.01077.1000 | | 1 kg | 100 g
Silica gel 60, 40–63 µm | Silica | 7631-86-9 | Merck: 1.09385.1000 | | 1 kg | 150 g | 2 kg
Celite 545 | Diatomaceous earth; Kieselguhr | 68855-54-9 | Merck: 1.02693.0250 | H373 | 250 g | 20 g
Activated charcoal | Carbon | 7440-44-0 | Merck: 1.02186.0250 | | 250 g | 10 g
Molecular sieve 4 Å, beads | | 70955-01-0 | Merck: 1.05708.0250 | | 250 g | 20 g
Ammonium bicarbonate | NH4HCO3; Ambic | 1066-33-7 | Sigma-Aldrich: 09830-500G | H302 | 500 g | 5 g
Sodium orthovanadate | Na3VO4 | 13721-39-6 | Sigma-Aldrich: S6508-10G | H302 H312 H332 | 10 g | 0.5 g | | poisons
`,
  ),
  ...readShort(
    { category: 'Oxidisers', storage: '15–25 °C, oxidisers cabinet', home: 'oxidisers' },
    `
Sodium nitrate | NaNO3 | 7631-99-4 | Merck: 1.06537.0500 | H272 H319 | 500 g | 20 g
Sodium nitrite | NaNO2 | 7632-00-0 | Merck: 1.06549.0100 | H272 H301 H319 H400 | 100 g | 5 g
Potassium dichromate | K2Cr2O7 | 7778-50-9 | Merck: 1.04864.0500 | H272 H301 H312 H330 H314 H317 H334 H335 H340 H350 H360FD H372 H410 | 500 g | 2 g
meta-Chloroperoxybenzoic acid 77 % | mCPBA | 937-14-4 | Sigma-Aldrich: 273031-25G | H242 H315 H319 H335 | 25 g | 2 g | | fridge2
Iodine, resublimed | I2 | 7553-56-2 | Merck: 1.04761.0100 | H312 H332 H315 H319 H335 H372 H400 | 100 g | 5 g
Sodium hypochlorite solution 12 % Cl | Bleach | 7681-52-9 | Carl Roth: 9062.3 | H290 H314 H335 H410 EUH031 | 2.5 L | 250 mL | 2.5 L | bases
N-Bromosuccinimide | NBS | 128-08-5 | Merck: 8.02803.0100 | H302 H314 H317 | 100 g | 5 g | | fridge2
`,
  ),
  ...readShort(
    { category: 'Reducing agents', storage: '15–25 °C, dry, under inert gas', home: 'reactives' },
    `
Sodium borohydride | NaBH4 | 16940-66-2 | Merck: 8.06373.0100 | H260 H301 H314 H360FD | 100 g | 2 g
Sodium hydride 60 % in mineral oil | NaH | 7646-69-7 | Sigma-Aldrich: 452912-100G | H228 H260 H314 | 100 g | 2 g
Magnesium turnings for Grignard reactions | Mg | 7439-95-4 | Merck: 8.05817.0250 | H228 H251 H261 | 250 g | 5 g
n-Butyllithium 1.6 M in hexanes | n-BuLi | 109-72-8 | Sigma-Aldrich: 186171-100ML | H225 H250 H260 H304 H314 H336 H361f H373 H411 | 100 mL | 5 mL
Sodium cyanoborohydride | NaBH3CN | 25895-60-7 | Sigma-Aldrich: 156159-10G | H228 H300 H310 H330 H314 H410 EUH032 | 10 g | 0.5 g
`,
  ),
];
