/** Organic reagents, buffers, sugars, amino acids, dyes and antibiotics. Classification: the makers' safety data sheets under CLP. */
import { readShort } from './short-rows.ts';

export const organics = [
  ...readShort(
    { category: 'Organic reagents', storage: '15–25 °C, dry', home: 'organicsA' },
    `
Benzoic acid | | 65-85-0 | Merck: 1.00136.0250 | H315 H318 H372 | 250 g | 10 g
Salicylic acid | 2-Hydroxybenzoic acid | 69-72-7 | Merck: 8.18731.0250 | H302 H318 H361d | 250 g | 10 g
Citric acid monohydrate | | 5949-29-1 | Merck: 1.00244.0500 | H319 H335 | 500 g | 20 g | 250 g
L(+)-Tartaric acid | | 87-69-4 | Merck: 1.00804.0250 | H318 | 250 g | 10 g
L-Ascorbic acid | Vitamin C | 50-81-7 | Merck: 1.00468.0100 | | 100 g | 2 g
p-Toluenesulfonic acid monohydrate | TsOH | 6192-52-5 | Merck: 8.14725.0100 | H290 H315 H318 H335 | 100 g | 2 g
Benzaldehyde | | 100-52-7 | Merck: 8.01756.0250 | H302 H332 H315 H319 H335 H411 | 250 mL | 10 mL
Iodomethane | Methyl iodide; MeI | 74-88-4 | Merck: 8.06064.0100 | H301 H312 H331 H315 H335 H351 | 100 mL | 2 mL | | poisons
Triphenylphosphine | PPh3 | 603-35-0 | Merck: 8.08270.0100 | H302 H317 H318 H372 | 100 g | 5 g
Di-tert-butyl dicarbonate | Boc2O | 24424-99-5 | Sigma-Aldrich: 361941-100G | H226 H315 H317 H319 H330 H335 | 100 g | 5 g | | fridge2
N,N′-Dicyclohexylcarbodiimide | DCC | 538-75-0 | Merck: 8.02954.0100 | H302 H311 H317 H318 | 100 g | 5 g
4-Dimethylaminopyridine | DMAP | 1122-58-3 | Merck: 8.20499.0050 | H301 H310 H315 H318 H335 | 50 g | 1 g | | poisons
Hydroquinone | 1,4-Dihydroxybenzene | 123-31-9 | Merck: 8.22333.0250 | H302 H317 H318 H341 H351 H400 | 250 g | 5 g
Styrene, stabilised | | 100-42-5 | Merck: 8.07679.0500 | H226 H304 H315 H319 H332 H335 H361d H372 H412 | 500 mL | 20 mL | | fridge2
Methyl methacrylate, stabilised | MMA | 80-62-6 | Merck: 8.00590.0500 | H225 H315 H317 H335 | 500 mL | 20 mL | | fridge2
Phenylboronic acid | | 98-80-6 | Sigma-Aldrich: P20009-10G | H302 | 10 g | 0.5 g
`,
  ),
  ...readShort(
    { category: 'Buffers', storage: '15–25 °C, dry', home: 'organicsB' },
    `
Glycine | Gly; Aminoacetic acid | 56-40-6 | Carl Roth: 3908.2 | | 1 kg | 72 g | 250 g
MES hydrate | 2-(N-Morpholino)ethanesulfonic acid | 1266615-59-1 | Sigma-Aldrich: M8250-100G | | 100 g | 5 g
MOPS | 3-(N-Morpholino)propanesulfonic acid | 1132-61-2 | Carl Roth: 6979.3 | | 250 g | 20 g
PIPES | 1,4-Piperazinediethanesulfonic acid | 5625-37-6 | Sigma-Aldrich: P6757-100G | | 100 g | 5 g
EGTA | Ethylene glycol tetraacetic acid | 67-42-5 | Sigma-Aldrich: E4378-25G | | 25 g | 2 g
Tris hydrochloride | Tris-HCl | 1185-53-1 | Carl Roth: 9090.2 | | 500 g | 30 g
Urea | Carbamide | 57-13-6 | Carl Roth: 2317.1 | | 1 kg | 120 g | 500 g
Guanidine hydrochloride | GuHCl | 50-01-1 | Carl Roth: 0037.1 | H302 H315 H319 | 500 g | 50 g
Sodium deoxycholate | | 302-95-4 | Sigma-Aldrich: D6750-25G | H302 | 25 g | 1 g
CHAPS | | 331717-45-4 | Carl Roth: 1479.1 | | 5 g | 0.5 g
Triton X-100 | | 9036-19-5 | Sigma-Aldrich: X100-500ML | H302 H315 H318 H410 | 500 mL | 5 mL
Tween 20 | Polysorbate 20 | 9005-64-5 | Sigma-Aldrich: P1379-500ML | | 500 mL | 5 mL | 100 mL
Tween 80 | Polysorbate 80 | 9005-65-6 | Sigma-Aldrich: P1754-500ML | | 500 mL | 5 mL
Polyethylene glycol 8000 | PEG 8000 | 25322-68-3 | Carl Roth: 0263.1 | | 1 kg | 50 g
Tris(2-carboxyethyl)phosphine hydrochloride | TCEP | 51805-45-9 | Sigma-Aldrich: C4706-2G | H314 | 2 g | 0.1 g | | fridge2
Iodoacetamide | IAA | 144-48-9 | Sigma-Aldrich: I1149-5G | H301 H317 H334 | 5 g | 0.2 g | | fridge2
Phenylmethylsulfonyl fluoride | PMSF | 329-98-6 | Sigma-Aldrich: P7626-5G | H301 H314 | 5 g | 0.1 g | | poisons
IPTG | Isopropyl β-D-1-thiogalactopyranoside | 367-93-1 | Carl Roth: 2316.4 | | 25 g | 1.2 g | 5 g | freezerEnzymes
X-Gal | | 7240-90-6 | Carl Roth: 2315.3 | | 1 g | 0.02 g | | freezerEnzymes
Heparin sodium salt | | 9041-08-1 | Sigma-Aldrich: H3393-100KU | | 100 kU | 1 kU | | fridge2
`,
  ),
  ...readShort(
    { category: 'Sugars', storage: '15–25 °C, dry', home: 'organicsC' },
    `
Sucrose | Saccharose | 57-50-1 | Carl Roth: 4621.1 | | 1 kg | 85 g | 250 g
D(+)-Galactose | | 59-23-4 | Carl Roth: 4987.2 | | 100 g | 5 g
D-Sorbitol | | 50-70-4 | Carl Roth: 6213.1 | | 1 kg | 50 g
D(-)-Mannitol | | 69-65-8 | Carl Roth: 4175.1 | | 500 g | 20 g
D(+)-Trehalose dihydrate | | 6138-23-4 | Carl Roth: 5151.3 | | 100 g | 5 g
myo-Inositol | | 87-89-8 | Carl Roth: 4191.2 | | 100 g | 1 g
Starch, soluble | Amylum | 9005-84-9 | Merck: 1.01252.0100 | | 100 g | 2 g
`,
  ),
  ...readShort(
    { category: 'Amino acids', storage: '15–25 °C, dry', home: 'organicsC' },
    `
L-Arginine hydrochloride | | 1119-34-2 | Carl Roth: 1689.2 | | 250 g | 10 g
L-Cysteine hydrochloride monohydrate | | 7048-04-6 | Carl Roth: 3468.2 | H315 H319 H335 | 50 g | 1 g
L-Glutamic acid | | 56-86-0 | Carl Roth: 3774.1 | | 250 g | 10 g
L-Histidine | | 71-00-1 | Carl Roth: 3852.1 | | 50 g | 5 g
L-Lysine hydrochloride | | 657-27-2 | Carl Roth: 1700.1 | | 100 g | 5 g
L-Proline | | 147-85-3 | Carl Roth: T205.1 | | 100 g | 5 g
L-Tryptophan | | 73-22-3 | Carl Roth: 4858.2 | | 50 g | 2 g
L-Glutathione, reduced | GSH | 70-18-8 | Sigma-Aldrich: G4251-10G | | 10 g | 0.3 g | | fridge2
`,
  ),
  ...readShort(
    { category: 'Stains', storage: '15–25 °C, dark', home: 'organicsD' },
    `
Coomassie Brilliant Blue R-250 | | 6104-59-2 | Carl Roth: 3862.2 | | 25 g | 0.5 g
Coomassie Brilliant Blue G-250 | | 6104-58-1 | Carl Roth: 9598.2 | | 25 g | 0.5 g
Bromophenol blue sodium salt | | 34725-61-6 | Carl Roth: A512.2 | | 10 g | 0.1 g
Ponceau S | | 6226-79-5 | Carl Roth: 5938.1 | H315 H319 H335 | 10 g | 0.2 g
Crystal violet | Gentian violet | 548-62-9 | Carl Roth: T123.1 | H302 H318 H351 H410 | 25 g | 0.2 g
Methylene blue hydrate | | 122965-43-9 | Sigma-Aldrich: 66720-100G | H302 | 100 g | 0.5 g
Phenol red | | 143-74-8 | Merck: 1.07241.0005 | H315 H319 H335 | 5 g | 0.1 g
Phenolphthalein | | 77-09-8 | Merck: 1.07233.0025 | H341 H350 H361f | 25 g | 0.5 g
DAPI dihydrochloride | | 28718-90-3 | Sigma-Aldrich: D9542-10MG | | 10 mg | 0.1 mg | | freezerEnzymes
Fluorescein sodium salt | Uranine | 518-47-8 | Sigma-Aldrich: F6377-100G | | 100 g | 0.5 g
`,
  ),
  ...readShort(
    { category: 'Antibiotics', storage: '2–8 °C', home: 'fridge2Antibiotics' },
    `
Kanamycin sulfate | Kan | 25389-94-0 | Carl Roth: T832.2 | H360D | 5 g | 0.5 g | 2 g
Chloramphenicol | Cam | 56-75-7 | Carl Roth: 3886.2 | H318 H351 H361d | 25 g | 0.5 g
Tetracycline hydrochloride | Tet | 64-75-5 | Carl Roth: 0237.2 | H302 H319 | 25 g | 0.2 g
Streptomycin sulfate | Strep | 3810-74-0 | Carl Roth: 0236.2 | H302 H361d | 25 g | 0.5 g
Gentamicin sulfate | | 1405-41-0 | Carl Roth: 0233.3 | H317 H334 | 5 g | 0.2 g
Carbenicillin disodium salt | Carb | 4800-94-6 | Carl Roth: 6344.2 | H317 H334 | 5 g | 0.5 g
Puromycin dihydrochloride | Puro | 58-58-2 | Gibco: A1113803 | H302 | 10 mg | 1 mg
Geneticin (G418 sulfate) | G418 | 108321-42-2 | Gibco: 11811031 | H317 H334 | 5 g | 0.5 g
Hygromycin B solution 50 mg/mL | Hygro | 31282-04-9 | Invitrogen: 10687010 | H301 H318 H330 H334 | 20 mL | 1 mL
Cycloheximide | CHX | 66-81-9 | Sigma-Aldrich: C7698-1G | H300 H341 H360D H411 | 1 g | 0.05 g
`,
  ),
];
