/** Loose stock, counted in pieces, and the equipment. */
import { readShort } from './short-rows.ts';

export const pieces = [
  ...readShort(
    { category: 'Tubes', storage: null, home: 'plasticsA' },
    `
Safe-Lock tubes 2.0 mL | | | Eppendorf: 0030120094 | | 1000 | 50 | 500
DNA LoBind tubes 1.5 mL | LoBind | | Eppendorf: 0030108051 | | 250 | 25 | 100
Safe-Lock tubes 5.0 mL | | | Eppendorf: 0030119401 | | 200 | 10
PCR tube strips of 8 with caps, 0.2 mL | PCR strips | | Sarstedt: 72.985.002 | | 120 | 4 | 40
Cryogenic vials 2 mL, internal thread | Cryovials | | Corning: 430659 | | 500 | 20 | 100
Round-bottom tubes 14 mL with snap cap | Culture tubes | | Corning: 352059 | | 500 | 25 | 100
Round-bottom FACS tubes 5 mL with cell strainer cap | FACS tubes | | Corning: 352235 | | 500 | 25
`,
  ),
  ...readShort(
    { category: 'Plates', storage: null, home: 'plasticsB' },
    `
PCR plates 96 well, semi-skirted | PCR plates | | Eppendorf: 0030128575 | | 25 | 1 | 10
MicroAmp optical 96-well reaction plates | qPCR plates | | Applied Biosystems: 4346906 | | 20 | 1 | 5
MicroAmp optical adhesive film | qPCR film | | Applied Biosystems: 4311971 | | 100 | 1 | 20
Cell culture plates 6 well, TC-treated | 6-well | | Greiner Bio-One: 657160 | | 100 | 4 | 30
Cell culture plates 12 well, TC-treated | 12-well | | Greiner Bio-One: 665180 | | 100 | 4
Cell culture plates 24 well, TC-treated | 24-well | | Greiner Bio-One: 662160 | | 100 | 4 | 30
Cell culture plates 96 well, TC-treated, flat bottom | 96-well TC | | Greiner Bio-One: 655180 | | 100 | 4 | 30
Microplates 96 well, black, flat bottom | 96-well black | | Greiner Bio-One: 655076 | | 40 | 2
Deep well plates 96 well, 2 mL | Deep well | | Eppendorf: 0030501330 | | 20 | 1
Petri dishes 92 mm, vented | Petri dishes | | Sarstedt: 82.1473.001 | | 480 | 20 | 200
Cell culture dishes 100 mm, TC-treated | 10 cm dishes | | Corning: 430167 | | 500 | 20 | 100
`,
  ),
  ...readShort(
    { category: 'Cell culture', storage: null, home: 'plasticsC' },
    `
Cell culture flasks 25 cm², filter cap | T25 | | Greiner Bio-One: 690175 | | 200 | 5 | 50
Cell culture flasks 175 cm², filter cap | T175 | | Greiner Bio-One: 660175 | | 50 | 4 | 20
Serological pipettes 5 mL, sterile | 5 mL pipettes | | Corning: 4487 | | 200 | 20 | 100
Serological pipettes 10 mL, sterile | 10 mL pipettes | | Corning: 4488 | | 200 | 20 | 100
Serological pipettes 25 mL, sterile | 25 mL pipettes | | Corning: 4489 | | 200 | 10
Cell scrapers 25 cm | | | Sarstedt: 83.1830 | | 50 | 5
Cell strainers 40 µm, nylon | | | Corning: 352340 | | 50 | 2
Cell strainers 70 µm, nylon | | | Corning: 352350 | | 50 | 2
Counting slides, dual chamber | | | Bio-Rad: 1450011 | | 30 | 2
Vacuum filter units 500 mL, 0.22 µm PES | Bottle-top filters | | Merck Millipore: S2GPU05RE | | 12 | 1 | 6
`,
  ),
  ...readShort(
    { category: 'Pipette tips', storage: null, home: 'plasticsA' },
    `
Pipette tips 10 µL, bulk | | | Sarstedt: 70.1130 | | 1000 | 200
Pipette tips 200 µL, bulk | | | Sarstedt: 70.760.002 | | 1000 | 200
Pipette tips 1000 µL, bulk | | | Sarstedt: 70.762 | | 1000 | 200
Gel loading tips 200 µL | | | Sarstedt: 70.1190.100 | | 200 | 10
Pasteur pipettes, glass, 150 mm | | | Carl Roth: 4518.1 | | 250 | 10
`,
  ),
  ...readShort(
    { category: 'Protection', storage: null, home: 'plasticsD' },
    `
Nitrile gloves, powder-free, size S | Gloves S | | Kimberly-Clark: 90626 | | 100 | 50 | 300
Nitrile gloves, powder-free, size L | Gloves L | | Kimberly-Clark: 90628 | | 100 | 50 | 300
Safety goggles, anti-fog | | | Uvex: 9302245 | | 1 | 1 | 5
FFP2 respirator masks | | | 3M: 9322+ | | 10 | 2
Biohazard bags 5 L, autoclavable | | | Sarstedt: 86.1197 | | 100 | 5 | 50
Sharps containers 2 L | | | Sarstedt: 77.3871.020 | | 10 | 1
`,
  ),
  ...readShort(
    { category: 'Filters', storage: null, home: 'plasticsD' },
    `
Syringe filters 0.45 µm, PTFE, 25 mm | | | Merck Millipore: SLCR025NS | | 50 | 2
HPLC vials 2 mL, amber, screw neck | HPLC vials | | Agilent: 5182-0716 | | 100 | 10 | 100
Screw caps with PTFE septa for 2 mL vials | HPLC caps | | Agilent: 5182-0717 | | 100 | 10 | 100
Amicon Ultra-15 centrifugal filters, 30 kDa | Amicon 30 kDa | | Merck Millipore: UFC903024 | | 24 | 1
Slide-A-Lyzer dialysis cassettes, 10 kDa, 3 mL | | | Thermo Scientific: 66380 | | 10 | 1
PVDF blotting membrane 0.45 µm, 26.5 cm roll | Immobilon-P | | Merck Millipore: IPVH00010 | | 3.75 m | 0.1 m
Mini-PROTEAN TGX gels 4–20 %, 15 well | TGX gels | | Bio-Rad: 4561096 | | 10 | 1 | 4 | fridge2
NMR tubes 5 mm, 7 inch | | | Wilmad: WG-1000-7 | | 25 | 5
TLC plates silica gel 60 F254, 20 × 20 cm | TLC plates | | Merck: 1.05554.0001 | | 25 | 1 | 5
Disposable syringes 10 mL, Luer | | | B. Braun: 4606108V | | 100 | 5
Aluminium foil 45 cm | | | Carl Roth: 1770.1 | | 150 m | 1 m
Microscope slides, frosted end | | | Thermo Scientific: AA00008032E00MNT10 | | 50 | 5
Cover slips 24 × 60 mm | | | Carl Roth: 1871.2 | | 100 | 5
UV cuvettes, disposable, 220–1600 nm | | | Eppendorf: 0030106300 | | 80 | 4
`,
  ),
];

export const equipment = readShort(
  { category: 'Equipment', storage: null, home: 'bench1' },
  `
Thermal cycler C1000 Touch | PCR cycler | | Bio-Rad: 1851148 | | 1 | | | bench2
QuantStudio 5 real-time PCR system | qPCR machine | | Applied Biosystems: A34322 | | 1 | | | bench2
NanoDrop One spectrophotometer | NanoDrop | | Thermo Scientific: ND-ONE-W | | 1 | | | bench2
Refrigerated centrifuge 5910 Ri | Big centrifuge | | Eppendorf: 5943000010 | | 1
ThermoMixer C with 1.5 mL block | ThermoMixer | | Eppendorf: 5382000015 | | 1
Magnetic stirrer with heating RCT digital | Stirrer | | IKA: 0025004601 | | 1
Rotary evaporator Hei-VAP Core | Rotavap | | Heidolph: 571-01300-00 | | 1
pH meter SevenCompact S210 | pH meter | | Mettler Toledo: 30130863 | | 1
Research plus pipette 0.5–10 µL | P10 | | Eppendorf: 3123000020 | | 1 | | | bench2
Research plus pipette 20–200 µL | P200 | | Eppendorf: 3123000055 | | 1 | | | bench2
Gel documentation system ChemiDoc MP | ChemiDoc | | Bio-Rad: 12003154 | | 1 | | | bench2
PowerPac basic power supply | PowerPac | | Bio-Rad: 1645050 | | 1
CO2 incubator CelCulture 170 L | Incubator | | Esco: CCL-170B-8 | | 1 | | | culture
Inverted microscope Eclipse Ts2 | Microscope | | Nikon: MFA510BB | | 1 | | | culture
`,
);
