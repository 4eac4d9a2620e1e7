/** Enzymes, kits, antibodies, media, stains and what else the biologists keep cold. Columns: see `readTable`. */
import { readTable } from './rows.ts';

export const biology = readTable(`
dmem | DMEM, high glucose, GlutaMAX | Dulbecco's Modified Eagle Medium | | Gibco: 31966021 | |  | Cell culture | 2–8 °C, dark | 500 mL | 50 mL | 2 L | DMEM | coldA | 2 × 25 d, 200 mL left; 4 × 240 d, arrived 15 | GTIN
fbs | Fetal bovine serum | FBS; FCS | | Gibco: 10270106 | |  | Cell culture | −20 °C | 500 mL | 50 mL | 500 mL | FBS | serum | 2 × 980 d, 350 mL left | GTIN
dpbs | DPBS, no calcium, no magnesium | PBS; Dulbecco's phosphate-buffered saline | | Gibco: 14190144 | |  | Cell culture | 15–25 °C | 500 mL | 50 mL | 1 L | DPBS | coldA | 4 × 610 d, 300 mL left | GTIN
trypsin | Trypsin-EDTA (0.05 %), phenol red | |  | Gibco: 25300054 | |  | Cell culture | −20 °C | 100 mL | 5 mL | | Trypsin | serum | 1 × -31 d, 40 mL left; 2 × 420 d, arrived 9 |
taq | Taq DNA polymerase with ThermoPol buffer | Taq | | New England Biolabs: M0267S | |  | Enzymes | −20 °C | 400 U | 5 U | 200 U | Taq | enzymes | 1 × 21 d, 150 U left; 1 × 510 d, arrived 8 | GTIN
ecori | EcoRI-HF restriction enzyme | EcoRI | | New England Biolabs: R3101S | |  | Enzymes | −20 °C | 10000 U | 20 U | | EcoRI-HF | enzymes | 1 × 350 d, 6400 U left |
ligase | T4 DNA ligase | |  | New England Biolabs: M0202S | |  | Enzymes | −20 °C | 20000 U | 400 U | | T4 ligase | enzymes | 1 × 290 d, 12000 U left |
datp | dATP solution, 100 mM | 2′-Deoxyadenosine 5′-triphosphate | | Thermo Scientific: R0141 | |  | Nucleotides | −20 °C | 25 umol | 0.5 umol | | dATP | enzymes | 1 × 400 d, 18 umol left |
ladder | 1 kb DNA ladder | |  | New England Biolabs: N3232S | |  | Electrophoresis | −20 °C | 200 uL | 5 uL | | Ladder 1 kb | freezer | 2 × 530 d, 115 uL left |
cells | NEB 5-alpha competent E. coli, high efficiency | DH5α derivative | | New England Biolabs: C2987H | |  | Cells | −80 °C | 20 | 1 | 5 | NEB 5-alpha | deepBox | 1 × 160 d, 13 left |
qubit | Qubit dsDNA HS assay kit | |  | Invitrogen: Q32851 | |  | Kits | 2–8 °C | 100 | 1 | 40 | Qubit HS | fridge | 1 × 130 d, 61 left | GTIN
il6 | Human IL-6 DuoSet ELISA | Interleukin 6 | | R&D Systems: DY206-05 | |  | Kits | 2–8 °C | 5 | 1 | | IL-6 ELISA | coldB | 2 × 175 d, 3 left | GTIN
actin | Anti-β-actin antibody, mouse monoclonal, clone AC-15 | ACTB | | Sigma-Aldrich: A5441-.2ML | |  | Antibodies | −20 °C | 200 uL | 2 uL | | Anti-actin | freezer | 1 × 9 d, 88 uL left |
alexa488 | Goat anti-mouse IgG (H+L), Alexa Fluor 488 | |  | Invitrogen: A-11001 | |  | Antibodies | 2–8 °C, dark | 500 uL | 5 uL | | GaM 488 | antibodies | 1 × 320 d, 410 uL left |
sybr-safe | SYBR Safe DNA gel stain | |  | Invitrogen: S33102 | |  | Stains | 15–25 °C, dark | 400 uL | 5 uL | | SYBR Safe | bench1 | 1 × 205 d, 260 uL left |
ethidium | Ethidium bromide solution 10 mg/mL | EtBr; Homidium bromide | 1239-45-8 | Sigma-Aldrich: E1510-10ML | H341 | GHS08 warning | Stains | 15–25 °C, dark, locked | 10 mL | 20 uL | | EtBr | poisons | 1 × 890 d, 7.5 mL left |
trypan | Trypan blue solution 0.4 % | | 72-57-1 | Sigma-Aldrich: T8154-20ML | H350 | GHS08 danger | Stains | 15–25 °C | 20 mL | 0.1 mL | | Trypan blue | bench2 | 1 × 440 d, 11 mL left |
lb | LB broth (Miller) | Luria-Bertani | | Sigma-Aldrich: L3522-250G | |  | Media | 15–25 °C, dry | 250 g | 25 g | | LB | bench2 | 2 × 590 d, 175 g left | GTIN
ampicillin | Ampicillin sodium salt | Amp | 69-52-3 | Sigma-Aldrich: A0166-5G | H317 H334 | GHS08 danger | Antibiotics | 2–8 °C | 5 g | 0.5 g | | Amp | fridge | 1 × 335 d, 3 g left |
bsa | Bovine serum albumin, fraction V | BSA | 9048-46-8 | Sigma-Aldrich: A7906-50G | |  | Proteins | 2–8 °C | 50 g | 2 g | | BSA | fridge | 1 × 715 d, 31 g left |
`);
