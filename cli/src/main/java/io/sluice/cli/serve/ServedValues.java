package io.sluice.cli.serve;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.settings.Setting;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import java.util.List;
import java.util.Optional;

/**
 * What holds for the server: the command line comes before the environment, and that before what
 * the files say under {@code serve:}, and that before what they say for all commands.
 */
final class ServedValues {
  private final Arguments arguments;

  ServedValues(Arguments arguments) {
    this.arguments = arguments;
  }

  /** The value of a flag, the last one given. */
  Optional<SettingValue> value(FlagKey flag) {
    List<SettingValue> all = values(flag);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Whether a flag that takes no value was given, or something else says so. */
  boolean on(FlagKey flag) {
    return arguments.flagged(flag) || value(flag).map(Arguments::yes).orElse(false);
  }

  /** All values of a flag, in order. */
  List<SettingValue> values(FlagKey flag) {
    List<SettingValue> asked = arguments.askedValues(flag);
    if (!asked.isEmpty()) {
      return asked;
    }
    List<SettingValue> served = flag.setting().map(this::values).orElse(List.of());
    return served.isEmpty() ? arguments.values(flag) : served;
  }

  /** The value of a key that no flag stands for. */
  Optional<SettingValue> value(SettingKey key) {
    List<SettingValue> all = values(key);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** All values of such a key, in order. */
  List<SettingValue> values(SettingKey key) {
    return arguments.files().served(key).map(Setting::given).orElse(List.of());
  }
}
