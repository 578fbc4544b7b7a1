package io.sluice.cli;

import java.util.Optional;

/** Whether there may be colours. */
final class Colors {
  private Colors() {}

  /** On a terminal that knows them, unless somebody declined; or where somebody insists. */
  static boolean onStdout(Call call) {
    Arguments arguments = call.arguments();
    if (arguments.on("--no-color")) {
      return false;
    }
    if (isSet(arguments.variable("FORCE_COLOR"))) {
      return true;
    }
    boolean dumb = arguments.variable("TERM").filter("dumb"::equals).isPresent();
    return call.streams().terminals().out() && !dumb && !isSet(arguments.variable("NO_COLOR"));
  }

  private static boolean isSet(Optional<String> variable) {
    return variable.filter(value -> !value.isEmpty()).isPresent();
  }
}
