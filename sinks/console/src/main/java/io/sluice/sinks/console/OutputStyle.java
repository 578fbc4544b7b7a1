package io.sluice.sinks.console;

import java.util.Map;

/**
 * What may be written to one output of a process beside plain text. Decides for every program that
 * prints answers by the same rules, those of <a href="https://no-color.org">no-color.org</a> and <a
 * href="https://force-color.org">force-color.org</a> among them.
 *
 * @param device what shows the output
 * @param styled whether it may hold escape sequences for bold text and colours
 */
public record OutputStyle(Device device, boolean styled) {

  /** The style of an output that no person reads: bytes as they are. */
  public static OutputStyle plain() {
    return new OutputStyle(Device.FILE, false);
  }

  /**
   * The style that these environment variables ask for: {@code FORCE_COLOR} wins over {@code
   * NO_COLOR}, and both over what the device can do. A variable that is empty says nothing.
   *
   * @param terminal whether a terminal shows the output
   */
  public static OutputStyle of(boolean terminal, Map<String, String> environment) {
    Device device = device(terminal, environment);
    boolean styled =
        isSet("FORCE_COLOR", environment)
            || (device == Device.TERMINAL && !isSet("NO_COLOR", environment));
    return new OutputStyle(device, styled);
  }

  /** The style without colours. */
  public OutputStyle unstyled() {
    return new OutputStyle(device, false);
  }

  /** Whether a person reads the output as it is written. */
  public boolean isTerminal() {
    return device != Device.FILE;
  }

  private static Device device(boolean terminal, Map<String, String> environment) {
    if (!terminal) {
      return Device.FILE;
    }
    return "dumb".equals(environment.get("TERM")) ? Device.DUMB_TERMINAL : Device.TERMINAL;
  }

  private static boolean isSet(String variable, Map<String, String> environment) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /** What shows an output. */
  public enum Device {
    /** A file, a pipe or a socket. */
    FILE,
    /** A terminal that knows nothing but text ({@code TERM=dumb}). */
    DUMB_TERMINAL,
    /** A terminal that obeys escape sequences. */
    TERMINAL
  }
}
