package io.sluice.settings;

import java.util.Map;
import java.util.Optional;

/**
 * What a file says of one prompt: its text, if it has one, and the settings of calls that name it.
 * Immutable; thread-safe.
 */
public final class NamedPrompt {
  private final String name;
  private final Map<SettingKey, Setting> settings;

  /** A prompt with these settings, by key; each is one that a prompt may have. */
  NamedPrompt(String name, Map<SettingKey, Setting> settings) {
    this.name = name;
    this.settings = Map.copyOf(settings);
  }

  /** The name, such as {@code review}. */
  public String name() {
    return name;
  }

  /** The text as it stands in the file, and its place; empty if the prompt has settings only. */
  public Optional<SettingValue> text() {
    return setting(SettingKey.PROMPT).map(setting -> setting.given().get(0));
  }

  /** What the file says under {@code key} for calls that name this prompt. */
  public Optional<Setting> setting(SettingKey key) {
    return Optional.ofNullable(settings.get(key));
  }
}
