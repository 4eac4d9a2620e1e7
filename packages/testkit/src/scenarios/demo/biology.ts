/** What the biologists keep cold: enzymes, kits, antibodies, media and cells. */
import { readShort } from './short-rows.ts';

export const biology = [
  ...readShort(
    { category: 'Enzymes', storage: '−20 °C', home: 'freezerEnzymes' },
    `
Phusion High-Fidelity DNA polymerase | Phusion | | Thermo Scientific: F530S | | 100 U | 1 U | 50 U
Q5 High-Fidelity DNA polymerase | Q5 | | New England Biolabs: M0491S | | 100 U | 1 U | 50 U
Q5 Hot Start High-Fidelity 2X master mix | Q5 2X MM | | New England Biolabs: M0494S | | 2.5 mL | 25 uL | 1 mL
OneTaq 2X master mix with standard buffer | OneTaq | | New England Biolabs: M0482S | | 2.5 mL | 25 uL
Quick CIP | Alkaline phosphatase | | New England Biolabs: M0525S | | 1000 U | 5 U
BamHI-HF restriction enzyme | BamHI | | New England Biolabs: R3136S | | 10000 U | 20 U
HindIII-HF restriction enzyme | HindIII | | New England Biolabs: R3104S | | 10000 U | 20 U
NotI-HF restriction enzyme | NotI | | New England Biolabs: R3189S | | 500 U | 10 U
XhoI restriction enzyme | XhoI | | New England Biolabs: R0146S | | 5000 U | 20 U
NdeI restriction enzyme | NdeI | | New England Biolabs: R0111S | | 4000 U | 20 U
NcoI-HF restriction enzyme | NcoI | | New England Biolabs: R3193S | | 1000 U | 10 U
XbaI restriction enzyme | XbaI | | New England Biolabs: R0145S | | 3000 U | 20 U
BsaI-HF v2 restriction enzyme | BsaI | | New England Biolabs: R3733S | | 1000 U | 15 U
DpnI restriction enzyme | DpnI | | New England Biolabs: R0176S | | 1000 U | 10 U
SuperScript IV reverse transcriptase | SSIV | | Invitrogen: 18090010 | | 2000 U | 200 U
RNaseOUT ribonuclease inhibitor | RNaseOUT | | Invitrogen: 10777019 | | 5000 U | 40 U
DNase I, RNase-free | DNase I | | Thermo Scientific: EN0521 | | 1000 U | 10 U
RNase A, DNase-free | RNase A | 9001-99-4 | Thermo Scientific: EN0531 | H334 | 10 mg | 0.1 mg
Proteinase K, recombinant | Prot K | 39450-01-6 | Thermo Scientific: EO0491 | H315 H319 H334 H335 | 1 mL | 20 uL
Lysozyme from chicken egg white | Lysozyme | 12650-88-3 | Sigma-Aldrich: L6876-5G | H334 | 5 g | 0.1 g
Trypsin, sequencing grade modified | Trypsin Gold | | Promega: V5111 | H315 H319 H334 H335 | 100 ug | 5 ug
TEV protease | TEV | | New England Biolabs: P8112S | | 1000 U | 50 U
`,
  ),
  ...readShort(
    { category: 'Nucleic acids', storage: '−20 °C', home: 'freezerNucleic' },
    `
dNTP mix, 10 mM each | dNTPs | | Thermo Scientific: R0192 | | 1 mL | 10 uL | 500 uL
Random hexamers, 50 µM | | | Invitrogen: N8080127 | | 100 uL | 1 uL
Oligo(dT)18 primer, 100 µM | oligo-dT | | Thermo Scientific: SO132 | | 120 uL | 1 uL
M13 forward (-20) primer | M13F | | Invitrogen: N52002 | | 2 nmol | 1 nmol
pUC19 vector | pUC19 | | New England Biolabs: N3041S | | 50 ug | 1 ug
pET-28a(+) DNA | pET-28a | | Novagen: 69864-3 | | 10 ug | 1 ug
pcDNA3.1(+) mammalian expression vector | pcDNA3.1 | | Invitrogen: V79020 | | 20 ug | 1 ug
100 bp DNA ladder | Ladder 100 bp | | New England Biolabs: N3231S | | 500 uL | 5 uL
Gel loading dye, purple (6X) | Purple dye | | New England Biolabs: B7024S | | 4 mL | 100 uL
Nuclease-free water | NFW | | Invitrogen: AM9937 | | 500 mL | 10 mL | | bench2
TRIzol reagent | TRIzol | | Invitrogen: 15596026 | H301 H311 H331 H314 H341 H373 H411 EUH032 | 100 mL | 1 mL | 50 mL | fridge2
Phenol:chloroform:isoamyl alcohol 25:24:1 | PCI | | Invitrogen: 15593031 | H301 H311 H331 H314 H341 H351 H361d H373 H411 | 100 mL | 0.5 mL | | fridge2
`,
  ),
  ...readShort(
    { category: 'Kits', storage: '15–25 °C', home: 'kits' },
    `
QIAprep Spin miniprep kit | Miniprep | | Qiagen: 27106 | H225 H302 H315 H319 EUH032 | 250 | 4 | 50
QIAquick PCR purification kit | PCR cleanup | | Qiagen: 28106 | H302 H315 H319 EUH032 | 250 | 4 | 50
QIAquick gel extraction kit | Gel extraction | | Qiagen: 28706 | H302 H315 H319 EUH032 | 250 | 2 | 50
RNeasy mini kit | RNeasy | | Qiagen: 74106 | H302 H314 H412 EUH032 | 250 | 4
DNeasy blood and tissue kit | DNeasy | | Qiagen: 69506 | H302 H315 H318 H334 EUH032 | 250 | 4
NEBuilder HiFi DNA assembly master mix | HiFi assembly | | New England Biolabs: E2621S | | 10 | 1 | | freezerEnzymes
Q5 site-directed mutagenesis kit | SDM | | New England Biolabs: E0554S | | 10 | 1 | | freezerEnzymes
PowerUp SYBR Green master mix | SYBR qPCR | | Applied Biosystems: A25742 | | 5 mL | 200 uL | 2 mL | freezerEnzymes
TaqMan Fast advanced master mix | TaqMan | | Applied Biosystems: 4444557 | | 5 mL | 200 uL | | freezerEnzymes
Pierce BCA protein assay kit | BCA | | Thermo Scientific: 23225 | H302 H410 | 500 mL | 10 mL
Bradford protein assay dye reagent concentrate | Bradford | | Bio-Rad: 5000006 | H290 H314 | 450 mL | 5 mL | | fridge2
Pierce ECL western blotting substrate | ECL | | Thermo Scientific: 32106 | | 500 mL | 4 mL | | fridge2
CellTiter-Glo luminescent cell viability assay | CTG | | Promega: G7570 | | 10 mL | 1 mL | | freezerNucleic
Dual-Luciferase reporter assay system | Dual-Luc | | Promega: E1910 | | 100 | 4 | | freezerNucleic
Human TNF-alpha DuoSet ELISA | TNF ELISA | | R&D Systems: DY210-05 | | 5 | 1 | | coldB
Mycoplasma detection kit, PlasmoTest | Myco test | | InvivoGen: REP-PT1 | | 250 | 3 | | fridge2
Qubit protein assay kit | Qubit protein | | Invitrogen: Q33211 | | 100 | 2 | | fridge2
`,
  ),
  ...readShort(
    { category: 'Antibodies', storage: '−20 °C', home: 'freezerAntibodies' },
    `
Anti-GAPDH antibody, rabbit monoclonal 14C10 | Anti-GAPDH | | Cell Signaling Technology: 2118S | | 100 uL | 2 uL
Anti-phospho-AKT (Ser473) antibody, rabbit monoclonal D9E | Anti-pAKT | | Cell Signaling Technology: 4060S | | 100 uL | 2 uL
Anti-AKT (pan) antibody, rabbit monoclonal C67E7 | Anti-AKT | | Cell Signaling Technology: 4691S | | 100 uL | 2 uL
Anti-phospho-p44/42 MAPK antibody, rabbit monoclonal | Anti-pERK | | Cell Signaling Technology: 4370S | | 100 uL | 2 uL
Anti-p44/42 MAPK antibody, rabbit monoclonal 137F5 | Anti-ERK | | Cell Signaling Technology: 4695S | | 100 uL | 2 uL
Anti-cleaved caspase-3 antibody, rabbit polyclonal | Anti-CC3 | | Cell Signaling Technology: 9661S | | 100 uL | 2 uL
Anti-HA tag antibody, rabbit monoclonal C29F4 | Anti-HA | | Cell Signaling Technology: 3724S | | 100 uL | 2 uL
Anti-Myc tag antibody, mouse monoclonal 9B11 | Anti-Myc | | Cell Signaling Technology: 2276S | | 100 uL | 2 uL
Anti-FLAG antibody, mouse monoclonal M2 | Anti-FLAG | | Sigma-Aldrich: F1804-200UG | | 200 uL | 2 uL
Anti-α-tubulin antibody, mouse monoclonal DM1A | Anti-tubulin | | Sigma-Aldrich: T9026-.2ML | | 200 uL | 2 uL
Anti-p53 antibody, mouse monoclonal DO-1 | Anti-p53 | | Santa Cruz Biotechnology: sc-126 | | 1 mL | 5 uL | | antibodies
Anti-CD3 antibody, FITC, clone UCHT1 | CD3 FITC | | BioLegend: 300406 | | 500 uL | 5 uL | | antibodies
Anti-CD4 antibody, PE, clone RPA-T4 | CD4 PE | | BioLegend: 300508 | | 500 uL | 5 uL | | antibodies
Anti-CD8a antibody, APC, clone RPA-T8 | CD8 APC | | BioLegend: 301014 | | 500 uL | 5 uL | | antibodies
Goat anti-rabbit IgG (H+L), HRP | GaR HRP | | Bio-Rad: 1706515 | | 2 mL | 2 uL | | antibodies
Goat anti-mouse IgG (H+L), HRP | GaM HRP | | Bio-Rad: 1706516 | | 2 mL | 2 uL | | antibodies
Goat anti-rabbit IgG (H+L), Alexa Fluor 594 | GaR 594 | | Invitrogen: A-11012 | | 500 uL | 5 uL | | antibodies
`,
  ),
  ...readShort(
    { category: 'Cell culture', storage: '2–8 °C, dark', home: 'mediaFridge' },
    `
RPMI 1640 medium, GlutaMAX | RPMI | | Gibco: 61870010 | | 500 mL | 50 mL | 2 L
DMEM/F-12, GlutaMAX | DMEM/F-12 | | Gibco: 31331028 | | 500 mL | 50 mL | 1 L
Opti-MEM reduced serum medium | Opti-MEM | | Gibco: 31985047 | | 500 mL | 10 mL
Neurobasal medium | Neurobasal | | Gibco: 21103049 | | 500 mL | 50 mL
HBSS, calcium, magnesium, no phenol red | HBSS | | Gibco: 14025092 | | 500 mL | 50 mL
Sodium pyruvate 100 mM | Pyruvate | | Gibco: 11360070 | | 100 mL | 5 mL
MEM non-essential amino acids solution 100X | NEAA | | Gibco: 11140035 | | 100 mL | 5 mL
HEPES buffer solution 1 M | HEPES 1 M | | Gibco: 15630080 | | 100 mL | 10 mL
Accutase cell detachment solution | Accutase | | Sigma-Aldrich: A6964-100ML | | 100 mL | 5 mL | | freezerCulture
Penicillin-streptomycin 10,000 U/mL | Pen-Strep | | Gibco: 15140122 | H317 H334 | 100 mL | 5 mL | 50 mL | freezerCulture
L-Glutamine 200 mM | Gln | | Gibco: 25030081 | | 100 mL | 5 mL | 50 mL | freezerCulture
B-27 supplement 50X, serum free | B-27 | | Gibco: 17504044 | | 10 mL | 1 mL | | freezerCulture
Matrigel basement membrane matrix | Matrigel | | Corning: 354234 | | 10 mL | 0.5 mL | | freezerCulture
Lipofectamine 3000 transfection reagent | Lipo 3000 | | Invitrogen: L3000008 | | 0.75 mL | 15 uL
Polybrene infection reagent 10 mg/mL | Polybrene | 28728-55-4 | Merck Millipore: TR-1003-G | | 1 mL | 10 uL | | freezerCulture
Recombinant human EGF | EGF | | PeproTech: AF-100-15 | | 100 ug | 5 ug | | freezerCulture
Recombinant human FGF-basic | bFGF | | PeproTech: 100-18B | | 50 ug | 5 ug | | freezerCulture
`,
  ),
  ...readShort(
    { category: 'Cells', storage: '−80 °C', home: 'deepBoxB' },
    `
BL21(DE3) competent E. coli | BL21(DE3) | | New England Biolabs: C2527H | | 20 | 1 | 5
Stbl3 chemically competent E. coli | Stbl3 | | Invitrogen: C737303 | | 20 | 1
One Shot TOP10 competent E. coli | TOP10 | | Invitrogen: C404003 | | 20 | 1 | 5
HEK293T cells, frozen vial | HEK293T | | ATCC: CRL-3216 | | 1 | | 1 | deepBoxC
HeLa cells, frozen vial | HeLa | | ATCC: CCL-2 | | 1 | | 1 | deepBoxC
A549 cells, frozen vial | A549 | | ATCC: CCL-185 | | 1 | | 1 | deepBoxC
U2OS cells, frozen vial | U2OS | | ATCC: HTB-96 | | 1 | | 1 | deepBoxC
`,
  ),
  ...readShort(
    { category: 'Media', storage: '15–25 °C, dry', home: 'organicsD' },
    `
LB agar (Miller) | LB agar | | Sigma-Aldrich: L3147-1KG | | 1 kg | 35 g | 500 g
Agar-agar, bacteriological | Agar | | Carl Roth: 5210.3 | | 500 g | 15 g
Tryptone from casein | Tryptone | | Carl Roth: 8952.2 | | 500 g | 10 g
Yeast extract, granulated | Yeast extract | | Carl Roth: 2363.2 | | 500 g | 5 g
Terrific Broth | TB | | Carl Roth: X972.1 | | 500 g | 50 g
SOC outgrowth medium | SOC | | New England Biolabs: B9020S | | 100 mL | 1 mL | | fridge2
Skim milk powder for blotting | Milk powder | | Carl Roth: T145.2 | | 500 g | 5 g
`,
  ),
];
