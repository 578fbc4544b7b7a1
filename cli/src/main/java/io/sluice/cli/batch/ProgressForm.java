package io.sluice.cli.batch;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.settings.SettingValue;
import java.util.Optional;

/**
 * How progress is told.
 *
 * @param kind lines on a terminal, objects, or nothing
 * @param descriptor the file descriptor that gets objects; empty for stderr
 */
record ProgressForm(Kind kind, Optional<Integer> descriptor) {
  static ProgressForm of(Arguments arguments) {
    Optional<Integer> descriptor = arguments.value(FlagKey.PROGRESS_FD).map(SettingValue::count);
    Optional<Kind> kind = ChosenWord.of(arguments, FlagKey.PROGRESS, Kind.values());
    return new ProgressForm(
        kind.orElse(descriptor.isPresent() ? Kind.JSON : Kind.LINES), descriptor);
  }

  /** The forms of progress. */
  enum Kind {
    /** Lines that come and go, where stderr is a terminal. */
    LINES,
    /** An object a second. */
    JSON,
    /** Nothing. */
    NONE
  }
}
