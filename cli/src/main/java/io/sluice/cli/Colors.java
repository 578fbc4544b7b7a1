package io.sluice.cli;

import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Whether there may be colours, for each stream apart. */
final class Colors {
  private Colors() {}

  static OptionSpec none() {
    return Flag.on("no colours; the variable NO_COLOR says the same", "--no-color");
  }

  static boolean onStdout(Call call) {
    return on(call.arguments(), call.streams().terminals().out());
  }

  static boolean onStderr(Call call) {
    return on(call.arguments(), call.streams().terminals().err());
  }

  /** On a terminal that knows them, unless somebody declined; or where somebody insists. */
  private static boolean on(Arguments arguments, boolean terminal) {
    if (arguments.on("--no-color")) {
      return false;
    }
    if (isSet(arguments.variable("FORCE_COLOR"))) {
      return true;
    }
    return terminal && !Terminals.areDumb(arguments) && !isSet(arguments.variable("NO_COLOR"));
  }

  private static boolean isSet(Optional<String> variable) {
    return variable.filter(value -> !value.isEmpty()).isPresent();
  }
}
