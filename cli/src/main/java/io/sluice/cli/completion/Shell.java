package io.sluice.cli.completion;

import io.sluice.cli.settings.UsageException;
import io.sluice.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A shell that can complete what is typed, given a script. */
enum Shell {
  BASH,
  FISH,
  ZSH;

  /** The names of all shells, in order. */
  static List<String> names() {
    return Arrays.stream(values()).map(Shell::word).toList();
  }

  /**
   * The shell of that name.
   *
   * @throws UsageException if there is none
   */
  static Shell named(String name) {
    return Arrays.stream(values())
        .filter(shell -> shell.word().equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageException(NearestName.unknown("shell", name, names())));
  }

  /** The script that completes what {@code model} holds. */
  String script(CompletionModel model) {
    return switch (this) {
      case BASH -> BashCompletion.script(model);
      case FISH -> FishCompletion.script(model);
      case ZSH -> ZshCompletion.script(model);
    };
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
