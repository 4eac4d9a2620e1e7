/** Solvents, acids and bases. Classification: the makers' safety data sheets under CLP. Columns: see `readTable`. */
import { readTable } from './rows.ts';

export const solvents = readTable(`
ethanol | Ethanol absolute | EtOH; Ethyl alcohol | 64-17-5 | Merck: 1.00983.2500 | H225 H319 | GHS02 GHS07 danger | Solvents | 15–25 °C, flammables cabinet | 2.5 L | 0.1 L | 2.5 L | EtOH | flammablesTop | 2 × 310 d, 1.2 L left; 2 × 720 d, arrived 20 | GTIN
acetone | Acetone | 2-Propanone; Dimethyl ketone | 67-64-1 | Merck: 1.00014.2500 | H225 H319 H336 EUH066 | GHS02 GHS07 danger | Solvents | 15–25 °C, flammables cabinet | 2.5 L | 0.1 L | 2.5 L | | flammablesTop | 2 × 420 d, 0.9 L left | GTIN
methanol | Methanol, gradient grade | MeOH; Methyl alcohol | 67-56-1 | Merck: 1.06007.2500 | H225 H301 H311 H331 H370 | GHS02 GHS06 GHS08 danger | Solvents | 15–25 °C, flammables cabinet | 2.5 L | 0.25 L | 5 L | MeOH | flammablesLow | 1 × 190 d, 1.75 L left; 2 × 640 d, arrived 12 | GTIN
isopropanol | 2-Propanol | Isopropanol; IPA | 67-63-0 | Merck: 1.09634.2500 | H225 H319 H336 | GHS02 GHS07 danger | Solvents | 15–25 °C, flammables cabinet | 2.5 L | 0.1 L | 1 L | | flammablesTop | 1 × 500 d, 2 L left | GTIN
acetonitrile | Acetonitrile, gradient grade | ACN; MeCN | 75-05-8 | Merck: 1.00030.2500 | H225 H302 H312 H332 H319 | GHS02 GHS07 danger | Solvents | 15–25 °C, flammables cabinet | 2.5 L | 0.25 L | 5 L | ACN | flammablesLow | 2 × 260 d, 1 L left | GTIN
dichloromethane | Dichloromethane | DCM; Methylene chloride | 75-09-2 | Merck: 1.06050.2500 | H315 H319 H336 H351 | GHS07 GHS08 warning | Solvents | 15–25 °C, ventilated | 2.5 L | 0.1 L | | DCM | poisons | 1 × 380 d, 1.6 L left |
chloroform | Chloroform | Trichloromethane | 67-66-3 | Merck: 1.02445.1000 | H302 H315 H319 H331 H336 H351 H361d H372 | GHS06 GHS08 danger | Solvents | 15–25 °C, dark, locked | 1 L | 20 mL | |  | poisons | 1 × 150 d, 0.65 L left |
dmso | Dimethyl sulfoxide | DMSO; Methyl sulfoxide | 67-68-5 | Sigma-Aldrich: D8418-100ML | |  | Solvents | 15–25 °C | 100 mL | 5 mL | | DMSO | bench2 | 2 × 610 d, 55 mL left | GTIN
dmf | N,N-Dimethylformamide | DMF | 68-12-2 | Merck: 1.03053.1000 | H226 H312 H332 H319 H360D | GHS02 GHS07 GHS08 danger | Solvents | 15–25 °C, flammables cabinet | 1 L | 50 mL | | DMF | flammablesLow | 1 × 330 d |
toluene | Toluene | Methylbenzene | 108-88-3 | Merck: 1.08325.1000 | H225 H304 H315 H336 H361d H373 | GHS02 GHS07 GHS08 danger | Solvents | 15–25 °C, flammables cabinet | 1 L | 50 mL | |  | flammablesLow | 1 × 450 d, 0.8 L left |
ethyl-acetate | Ethyl acetate | EtOAc | 141-78-6 | Merck: 1.09623.2500 | H225 H319 H336 EUH066 | GHS02 GHS07 danger | Solvents | 15–25 °C, flammables cabinet | 2.5 L | 0.2 L | 2.5 L | EtOAc | flammablesLow | 1 × 275 d, 1.1 L left; 1 × 700 d, arrived 6 |
hexane | n-Hexane | | 110-54-3 | Merck: 1.04367.1000 | H225 H304 H315 H336 H361f H373 H411 | GHS02 GHS07 GHS08 GHS09 danger | Solvents | 15–25 °C, flammables cabinet | 1 L | 50 mL | |  | flammablesLow | 1 × 540 d, 0.4 L left |
ether | Diethyl ether | Ethoxyethane; Ether | 60-29-7 | Merck: 1.00921.1000 | H224 H302 H336 EUH019 EUH066 | GHS02 GHS07 danger | Solvents | 15–25 °C, flammables cabinet | 1 L | 50 mL | |  | flammablesTop | 1 × -12 d, 0.3 L left |
thf | Tetrahydrofuran | THF; Oxolane | 109-99-9 | Merck: 1.09731.1000 | H225 H302 H319 H335 H336 H351 EUH019 | GHS02 GHS07 GHS08 danger | Solvents | 15–25 °C, flammables cabinet | 1 L | 50 mL | | THF | flammablesTop | 1 × 120 d |
glycerol | Glycerol | Glycerin; 1,2,3-Propanetriol | 56-81-5 | Sigma-Aldrich: G5516-500ML | |  | Solvents | 15–25 °C | 500 mL | 10 mL | |  | bench1 | 1 × 820 d, 240 mL left |
hydrochloric-acid | Hydrochloric acid 37 % | HCl | 7647-01-0 | Merck: 1.00317.1000 | H290 H314 H335 | GHS05 GHS07 danger | Acids | 15–25 °C, acids cabinet | 1 L | 25 mL | 0.5 L | HCl | acids | 2 × 560 d, 0.35 L left | GTIN
sulfuric-acid | Sulfuric acid 95–97 % | H2SO4 | 7664-93-9 | Merck: 1.00731.1000 | H290 H314 | GHS05 danger | Acids | 15–25 °C, acids cabinet | 1 L | 25 mL | | H2SO4 | acids | 1 × 700 d, 0.7 L left | GTIN
nitric-acid | Nitric acid 65 % | HNO3 | 7697-37-2 | Merck: 1.00456.1000 | H272 H290 H314 H331 EUH071 | GHS03 GHS05 GHS06 danger | Acids | 15–25 °C, oxidisers cabinet | 1 L | 25 mL | | HNO3 | oxidisers | 1 × 410 d |
acetic-acid | Acetic acid (glacial) 100 % | AcOH; Ethanoic acid | 64-19-7 | Merck: 1.00063.1000 | H226 H290 H314 | GHS02 GHS05 danger | Acids | 15–25 °C, flammables cabinet | 1 L | 50 mL | | AcOH | acids | 1 × 365 d, 0.45 L left |
ammonia | Ammonia solution 25 % | Ammonium hydroxide; NH4OH | 1336-21-6 | Merck: 1.05432.1000 | H290 H314 H335 H400 | GHS05 GHS07 GHS09 danger | Bases | 15–25 °C, bases cabinet | 1 L | 20 mL | |  | bases | 1 × 240 d, 0.8 L left |
hydrogen-peroxide | Hydrogen peroxide 30 % | H2O2; Perhydrol | 7722-84-1 | Merck: 1.07209.0250 | H302 H318 | GHS05 GHS07 danger | Oxidisers | 2–8 °C, dark | 250 mL | 10 mL | 100 mL | H2O2 | fridge | 1 × 18 d, 130 mL left |
formaldehyde | Formaldehyde solution 37 % | Formalin | 50-00-0 | Merck: 1.04003.1000 | H301 H311 H331 H314 H317 H335 H341 H350 H370 | GHS05 GHS06 GHS08 danger | Fixatives | 15–25 °C, locked | 1 L | 25 mL | |  | poisons | 1 × 96 d, 0.55 L left |
`);
