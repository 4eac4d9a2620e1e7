/** Who works in the demo lab: one admin, two managers and four users. */
import type { Random } from '../../random.ts';
import type { ScenarioPerson } from '../types.ts';

export const people: readonly ScenarioPerson[] = [
  { login: 'ines', name: 'Ines Duarte', role: 'admin' },
  { login: 'mira', name: 'Mira Okafor', role: 'manager' },
  { login: 'henrik', name: 'Henrik Solberg', role: 'manager' },
  { login: 'jonas', name: 'Jonas Weber', role: 'user' },
  { login: 'sana', name: 'Sana Rahimi', role: 'user' },
  { login: 'teo', name: 'Teo Lindqvist', role: 'user' },
  { login: 'lucia', name: 'Lucía Prieto', role: 'user' },
];

export const keepers = ['mira', 'henrik'] as const;

/** At the bench it is mostly the users. */
const bench = ['jonas', 'jonas', 'sana', 'sana', 'teo', 'teo', 'lucia', 'lucia', 'mira', 'henrik', 'ines'] as const;

export const someone = (random: Random): string => random.pick(bench);
