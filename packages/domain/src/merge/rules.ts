/**
 * How a kind of record merges (SPEC R5). Fields that only make sense together form a group and are won or lost
 * together; a field that no group names is a group of its own, with its own name.
 *
 *   keep   what the server has stays; the other value goes to a review. The default
 *   last   the later by clock wins, with a review of the other
 *   set    what was put in is put in, what was taken out is taken out
 */
export type MergePolicy = 'keep' | 'last' | 'set';

export interface MergeRules {
  readonly groups: { readonly [group: string]: readonly string[] };
  readonly policies: { readonly [group: string]: MergePolicy };
}

export const plainMerge: MergeRules = { groups: {}, policies: {} };

/** The group a field belongs to. */
export function groupOf(rules: MergeRules, field: string): string {
  for (const [group, fields] of Object.entries(rules.groups)) if (fields.includes(field)) return group;
  return field;
}

export const fieldsOf = (rules: MergeRules, group: string): readonly string[] => rules.groups[group] ?? [group];

export const policyOf = (rules: MergeRules, group: string): MergePolicy => rules.policies[group] ?? 'keep';
