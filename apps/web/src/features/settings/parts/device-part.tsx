import { SegmentedControl, Switch } from '@mantine/core';
import { useId } from 'react';
import { m } from '../../../paraglide/messages.js';
import { type Preferences, useDevice, usePreferences } from '../../../ui/device.tsx';
import { SettingRow } from '../../../ui/setting-row.tsx';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly text?: string;
  readonly value: T;
  readonly choices: readonly { value: T; label: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, text, value, choices, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <SettingRow label={<span id={id}>{label}</span>} text={text}>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        data={[...choices]}
        onChange={(chosen) => {
          const found = choices.find((choice) => choice.value === chosen);
          if (found) onChange(found.value);
        }}
      />
    </SettingRow>
  );
}

const themes = (): { value: Preferences['theme']; label: string }[] => [
  { value: 'auto', label: m.app_settings_theme_auto() },
  { value: 'light', label: m.app_settings_theme_light() },
  { value: 'dark', label: m.app_settings_theme_dark() },
];

/** Each language in its own words, so that it can be found by who reads it. */
const languages = (): { value: Preferences['language']; label: string }[] => [
  { value: 'auto', label: m.app_settings_language_auto() },
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
];

const hands = (): { value: Preferences['hand']; label: string }[] => [
  { value: 'left', label: m.app_settings_hand_left() },
  { value: 'right', label: m.app_settings_hand_right() },
];

export function LanguagePart() {
  const { preferences } = useDevice();
  const { language } = usePreferences();
  return (
    <Choice
      label={m.app_settings_language()}
      value={language}
      choices={languages()}
      onChange={(chosen) => preferences.change({ language: chosen })}
    />
  );
}

export function DevicePart() {
  const { preferences } = useDevice();
  const { theme, sounds, hand } = usePreferences();
  const soundsId = useId();
  return (
    <>
      <Choice
        label={m.app_settings_theme()}
        value={theme}
        choices={themes()}
        onChange={(chosen) => preferences.change({ theme: chosen })}
      />
      <SettingRow
        label={<label htmlFor={soundsId}>{m.app_settings_sounds()}</label>}
        text={m.app_settings_sounds_text()}
      >
        <Switch
          id={soundsId}
          size="lg"
          checked={sounds}
          onChange={(event) => preferences.change({ sounds: event.currentTarget.checked })}
        />
      </SettingRow>
      <Choice
        label={m.app_settings_hand()}
        text={m.app_settings_hand_text()}
        value={hand}
        choices={hands()}
        onChange={(chosen) => preferences.change({ hand: chosen })}
      />
    </>
  );
}
