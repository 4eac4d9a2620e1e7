/** Solvents, acids, bases and other liquids. Classification: the makers' safety data sheets under CLP. */
import { readShort } from './short-rows.ts';

export const liquids = [
  ...readShort(
    { category: 'Solvents', storage: '15–25 °C, flammables cabinet', home: 'solventsB' },
    `
1-Butanol | n-Butanol; Butyl alcohol | 71-36-3 | Merck: 1.01990.1000 | H226 H302 H315 H318 H335 H336 | 1 L | 50 mL
1-Propanol | n-Propanol | 71-23-8 | Merck: 1.00997.1000 | H225 H318 H336 | 1 L | 50 mL
2-Butanone | MEK; Methyl ethyl ketone | 78-93-3 | Merck: 1.09708.1000 | H225 H319 H336 EUH066 | 1 L | 50 mL
Cyclohexane | | 110-82-7 | Merck: 1.09666.1000 | H225 H304 H315 H336 H410 | 1 L | 50 mL | 500 mL
n-Heptane | | 142-82-5 | Merck: 1.04379.1000 | H225 H304 H315 H336 H410 | 1 L | 100 mL | 1 L
Petroleum ether 40–60 °C | | 64742-49-0 | Merck: 1.01775.2500 | H225 H304 H315 H336 H411 | 2.5 L | 250 mL | 2.5 L
1,4-Dioxane | Dioxane | 123-91-1 | Merck: 1.09671.1000 | H225 H319 H335 H350 EUH019 EUH066 | 1 L | 25 mL
tert-Butyl methyl ether | MTBE | 1634-04-4 | Merck: 1.01849.1000 | H225 H315 | 1 L | 100 mL
Pyridine | | 110-86-1 | Merck: 1.09728.0500 | H225 H302 H312 H332 H315 H319 | 500 mL | 10 mL
Triethylamine | TEA | 121-44-8 | Merck: 8.08352.0500 | H225 H302 H311 H331 H314 H335 | 500 mL | 10 mL
N,N-Diisopropylethylamine | DIPEA; Hünig's base | 7087-68-5 | Sigma-Aldrich: D125806-500ML | H225 H302 H318 H331 H335 H412 | 500 mL | 10 mL
Chlorobenzene | | 108-90-7 | Merck: 8.01791.1000 | H226 H315 H332 H411 | 1 L | 50 mL
Acetic anhydride | | 108-24-7 | Merck: 1.00042.1000 | H226 H302 H314 H330 H335 | 1 L | 10 mL
`,
  ),
  ...readShort(
    { category: 'Solvents', storage: '15–25 °C, ventilated', home: 'solventsA' },
    `
1,2-Dichloroethane | DCE; Ethylene dichloride | 107-06-2 | Merck: 8.22346.1000 | H225 H302 H304 H315 H319 H331 H335 H350 | 1 L | 50 mL
N-Methyl-2-pyrrolidone | NMP | 872-50-4 | Merck: 8.06072.1000 | H315 H319 H335 H360D | 1 L | 50 mL
Ethylene glycol | Glycol | 107-21-1 | Merck: 1.09621.1000 | H302 H373 | 1 L | 50 mL
Propylene glycol | 1,2-Propanediol | 57-55-6 | Merck: 1.07478.1000 | | 1 L | 50 mL
Benzyl alcohol | | 100-51-6 | Merck: 1.09626.1000 | H302 H317 H319 | 1 L | 25 mL
Paraffin oil, low viscosity | Mineral oil | 8042-47-5 | Merck: 1.07174.1000 | H304 | 1 L | 50 mL
Water for chromatography, LC-MS grade | | 7732-18-5 | Merck: 1.15333.2500 | | 2.5 L | 250 mL | 5 L
Heavy water, 99.9 % D | D2O; Deuterium oxide | 7789-20-0 | Deutero: 00506-100ml | | 100 mL | 1 mL
Chloroform-d, 99.8 % D | CDCl3 | 865-49-6 | Deutero: 00602-100ml | H302 H315 H319 H331 H336 H351 H361d H372 | 100 mL | 1 mL | 50 mL
Dimethyl sulfoxide-d6, 99.8 % D | DMSO-d6 | 2206-27-1 | Deutero: 00905-50ml | | 50 mL | 1 mL | 25 mL
`,
  ),
  ...readShort(
    { category: 'Acids', storage: '15–25 °C, acids cabinet', home: 'acidsLow' },
    `
ortho-Phosphoric acid 85 % | H3PO4 | 7664-38-2 | Merck: 1.00573.1000 | H290 H302 H314 | 1 L | 25 mL
Formic acid 98–100 % | HCOOH; Methanoic acid | 64-18-6 | Merck: 1.00264.1000 | H226 H302 H314 H331 EUH071 | 1 L | 10 mL
Trifluoroacetic acid | TFA | 76-05-1 | Merck: 1.08262.0100 | H290 H314 H332 H412 | 100 mL | 2 mL | 50 mL
Perchloric acid 60 % | HClO4 | 7601-90-3 | Merck: 1.00518.1001 | H271 H290 H302 H314 H373 | 1 L | 10 mL
Thionyl chloride | SOCl2 | 7719-09-7 | Merck: 8.08154.0500 | H302 H314 H331 H335 EUH014 EUH029 | 500 mL | 10 mL
`,
  ),
  ...readShort(
    { category: 'Bases', storage: '15–25 °C, bases cabinet', home: 'bases' },
    `
Ethanolamine | 2-Aminoethanol; MEA | 141-43-5 | Merck: 8.00849.0500 | H302 H312 H332 H314 H335 H412 | 500 mL | 10 mL
Ethylenediamine | 1,2-Diaminoethane | 107-15-3 | Merck: 8.00947.0500 | H226 H302 H311 H314 H317 H332 H334 H412 | 500 mL | 5 mL | | flammablesLow
Hydrazine hydrate 80 % | | 7803-57-8 | Merck: 8.04608.0250 | H301 H311 H330 H314 H317 H350 H410 | 250 mL | 5 mL | | poisons
Piperidine | Hexahydropyridine | 110-89-4 | Merck: 8.22299.0500 | H225 H302 H311 H331 H314 H412 | 500 mL | 10 mL | | flammablesLow
`,
  ),
];
