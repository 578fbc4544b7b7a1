package io.sluice.cli.settings;

import io.sluice.settings.SettingValue;
import java.util.Optional;

/** What the command line and the environment say, before any settings file is asked. */
public interface GivenFlags {
  /** The value that the command line or the environment gives a flag. */
  Optional<SettingValue> asked(FlagKey flag);

  /** Whether the command has a flag. */
  boolean has(FlagKey flag);

  /** A variable of the environment; one that is set to the empty text is a value too. */
  Optional<String> variable(String name);
}
